using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsCorpus.Ingestion;

/// <summary>
/// UTF-8 that was once read as Windows-1252 and saved so: "caf\u00C3\u00A9" for "café". Repaired where it is certain: only with a sequence that no language writes, and then
/// either everywhere, where the whole text is such UTF-8, or just at those sequences. "S\u00C3O PAULO", "caf\u00E9\u2026\u00BB" and "Spa\u00DF\u2026" are left as they are.
/// </summary>
internal static class Mojibake
{
    /// <summary>What Windows-1252 has at 0x80 to 0x9F. The five bytes it leaves undefined come through as control characters.</summary>
    private static readonly FrozenDictionary<char, byte> High = Enumerable.Range(0x80, 0x20)
        .ToFrozenDictionary(b => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)b])[0], b => (byte)b);

    /// <summary>Marks that may well follow a capital letter: "AMANH\u00C3\u2026".</summary>
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("\u00A0…–—‘’“”»«‹›„‚•");

    /// <summary>Signs that may not: "\u00C2\u00A35" was "£5".</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("£§©®°±·¢¥½¼¾");

    /// <param name="notes">Takes a remark where something was repaired.</param>
    public static string Repair(string text, List<string> notes)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') < 0)
            return text;
        var (sequences, isWhole) = Find(text);
        var evident = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sequence in sequences)
            if (sequence.IsEvident)
                evident.Add(text.Substring(sequence.Start, sequence.Length));
        if (evident.Count == 0)
            return text;
        var repaired = new StringBuilder(text.Length);
        int copied = 0, count = 0, first = -1;
        foreach (var (start, length, rune, _) in sequences)
        {
            if (!isWhole && !evident.Contains(text.Substring(start, length)))
                continue;
            first = first < 0 ? start : first;
            repaired.Append(text, copied, start - copied).Append(rune.ToString());
            copied = start + length;
            count++;
        }
        repaired.Append(text, copied, text.Length - copied);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"Line {CleanText.LineAt(text, first)}: UTF-8 had been read as Windows-1252 before the file came here; {count} characters were repaired."));
        return repaired.ToString();
    }

    /// <summary>All sequences that are UTF-8 in disguise, and whether nothing but them is beyond ASCII.</summary>
    private static (List<Sequence> Sequences, bool IsWhole) Find(string text)
    {
        var found = new List<Sequence>();
        var isWhole = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\u0080')
                continue;
            if (At(text, i) is not var (rune, length))
            {
                isWhole = false;
                continue;
            }
            var follows = found.Count > 0 && found[^1].Start + found[^1].Length == i;
            if (follows)
                found[^1] = found[^1] with { IsEvident = true };
            found.Add(new Sequence(i, length, rune, follows || IsEvident(text, i, length)));
            i += length - 1;
        }
        return (found, isWhole);
    }

    private static (Rune Rune, int Length)? At(string text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = ByteOf(text[at]) switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > text.Length)
            return null;
        for (var i = 0; i < length; i++)
            if (ByteOf(text[at + i]) is { } b)
                bytes[i] = b;
            else
                return null;
        return Rune.DecodeFromUtf8(bytes[..length], out var rune, out var read) == OperationStatus.Done && read == length && !Rune.IsControl(rune) ? (rune, length) : null;
    }

    private static bool IsEvident(string text, int at, int length)
    {
        var (lead, second) = (text[at], text[at + 1]);
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + length < text.Length ? text[at + length] : ' ';
        if (length > 2)
            return (lead == '\u00E2' && second is '\u20AC' or '\u0080' or '\u201E') || (lead == '\u00F0' && second == '\u0178');
        if (lead is '\u00D7' or '\u00DF')
            return false;
        if (char.IsLower(before))
            return true;
        if (lead == '\u00C2')
            return Signs.Contains(second) && !char.IsLetter(before);
        return lead == '\u00C3' && char.IsLower(after) && !Punctuation.Contains(second);
    }

    private static byte? ByteOf(char c) =>
        c is >= '\u00A0' and <= '\u00FF' or >= '\u0080' and <= '\u009F' ? (byte)c : High.TryGetValue(c, out var b) ? b : null;

    private readonly record struct Sequence(int Start, int Length, Rune Rune, bool IsEvident);
}
