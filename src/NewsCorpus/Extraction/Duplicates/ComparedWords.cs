namespace NewsCorpus.Extraction.Duplicates;

/// <summary>The words of a text as they are compared, with their places. A word is a run of characters without white space.</summary>
internal sealed class ComparedWords
{
    private readonly int[] starts;
    private readonly int length;

    private ComparedWords(ulong[] hashes, int[] starts, int length)
    {
        Hashes = hashes;
        this.starts = starts;
        this.length = length;
    }

    public ulong[] Hashes { get; }

    public int Count => Hashes.Length;

    /// <summary>Where a word starts; for the number of words the end of the text. White space before the first word counts with it.</summary>
    public int Offset(int word) => word == Count ? length : word == 0 ? 0 : starts[word];

    public static ComparedWords Of(string text)
    {
        var hashes = new List<ulong>(text.Length / 5);
        var places = new List<int>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            places.Add(i);
            var hash = Hash64.Start;
            for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
                hash = Hash64.Add(hash, Plain(text[i]));
            hashes.Add(Hash64.Finish(hash));
        }
        return new ComparedWords([.. hashes], [.. places], text.Length);
    }

    private static char Plain(char c) => c switch
    {
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' or '‚' => '\'',
        '–' or '—' or '‑' => '-',
        _ => c,
    };
}
