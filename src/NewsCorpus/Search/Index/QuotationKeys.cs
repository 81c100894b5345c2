using System.Runtime.InteropServices;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>
/// Numbers that two quotations share where they are the same words, or where one is cut from the other: of each direct quotation of some length the runs of eight words whose hashes are the least of eight
/// neighbours (winnowing: Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003). So any two that share fifteen words in a row share a number.
/// Shorter ones are the same where all words and the speaker are; reported ones, which no outlet cuts from the speaker's own words, too. Not thread-safe.
/// </summary>
internal sealed class QuotationKeys
{
    /// <summary>Bytes of a key: of 200,000 quotations not one pair is expected to share a key by chance.</summary>
    public const int Bytes = 5;

    private const int RunLength = 8;
    private const int Window = 8;

    /// <summary>Numbers of one quotation that are kept.</summary>
    private const int Most = 12;

    private readonly WordTokenizer _tokenizer = new();
    private readonly List<ulong> _words = [];
    private readonly List<ulong> _runs = [];

    public ulong[] Of(string text, IndexedQuotation quotation)
    {
        Cut(text, quotation.Start, quotation.End);
        if (!quotation.IsDirect || _words.Count < RunLength)
            return [Whole(quotation)];
        _runs.Clear();
        for (var at = 0; at + RunLength <= _words.Count; at++)
            _runs.Add(Hash(CollectionsMarshal.AsSpan(_words).Slice(at, RunLength)));
        var kept = new List<ulong>();
        for (var from = 0; from < Math.Max(1, _runs.Count - Window + 1) && kept.Count < Most; from++)
        {
            var least = ulong.MaxValue;
            for (var i = from; i < Math.Min(_runs.Count, from + Window); i++)
                least = Math.Min(least, _runs[i]);
            if (kept.Count == 0 || kept[^1] != least)
                kept.Add(least);
        }
        return [.. kept.Distinct()];
    }

    /// <summary>All words, and the speaker by the last word of the name or by the words of the article.</summary>
    private ulong Whole(IndexedQuotation quotation)
    {
        var words = _words.ToArray();
        var speaker = quotation.SpeakerName ?? quotation.SpeakerText ?? "";
        Cut(speaker, 0, speaker.Length);
        return Hash([.. words, quotation.IsDirect ? 1UL : 0UL, _words.Count == 0 ? 0UL : _words[^1]]);
    }

    private void Cut(string text, int start, int end)
    {
        _words.Clear();
        _tokenizer.Reset(text, start, end);
        while (_tokenizer.MoveNext())
            _words.Add(Hash(_tokenizer.Word));
    }

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>Spread over all bits, so that the least of several is any of them.</summary>
    private static ulong Hash(ReadOnlySpan<ulong> words)
    {
        var hash = (ulong)words.Length;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
        }
        return hash & ((1UL << (8 * Bytes)) - 1);
    }
}
