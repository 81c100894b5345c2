using System.Text;

namespace NewsCorpus.Extraction.Identities;

/// <summary>What of a folded name stays the same however it is spelt in Latin letters: its consonants, those that are written for one another as one.</summary>
internal static class Sounds
{
    /// <summary>Longer groups first.</summary>
    private static readonly (string Written, string Heard)[] _groups =
    [
        ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("shch", "s"), ("mac", "mk"), ("ch", "c"), ("cz", "c"), ("ck", "k"), ("cs", "c"), ("sh", "s"), ("sz", "s"), ("zh", "z"), ("ph", "f"), ("gh", "g"), ("kh", "h"),
        ("th", "t"), ("dh", "d"), ("ts", "z"), ("tz", "z"), ("ks", "x"), ("dj", "j"), ("q", "g"), ("kk", "k"), ("w", "v"), ("c", "k"), ("j", "y"),
    ];

    /// <summary>Never empty for a name with a letter: a vowel at the beginning is kept as "a".</summary>
    public static string Of(string folded)
    {
        var heard = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var (length, sound) = Group(folded, i);
            i += length;
            foreach (var c in sound)
                if (c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
                {
                    if (heard.Length == 0)
                        heard.Append(c == 'y' ? 'y' : 'a');
                }
                else if (c != ' ' && (heard.Length == 0 || heard[^1] != c))
                    heard.Append(c);
        }
        return heard.Length == 0 ? "a" : heard.ToString();
    }

    private static (int Length, string Sound) Group(string folded, int at)
    {
        foreach (var (written, heard) in _groups)
            if (string.CompareOrdinal(folded, at, written, 0, written.Length) == 0 && (written != "mac" || (at == 0 && folded.Length > 5)))
                return (written.Length, heard);
        return (1, folded[at].ToString());
    }
}
