using System.Globalization;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.People;

/// <summary>What the spelling of a word tells, whatever stands beside it.</summary>
/// <param name="Key">Tells spellings apart.</param>
/// <param name="Info">A token without its place and what it owes to its neighbours.</param>
/// <param name="Letters">Letters of the word.</param>
/// <param name="Capitals">Capitals among them.</param>
internal sealed record WordForm(ulong Key, TokenInfo Info, int Letters, int Capitals);

/// <summary>Reads the spellings of words. Those met lately are kept: nine words in ten of an article have been. Safe for many threads.</summary>
internal sealed class WordForms(WordLists lists, WordClusters clusters)
{
    private const int CacheSize = 1 << 15;

    private static readonly Lazy<WordForms> _embedded = new(() => new WordForms(WordLists.Embedded, WordClusters.Embedded));

    /// <summary>Entries are replaced whole, so that threads see one or another, never half of one.</summary>
    private readonly WordForm?[] _cache = new WordForm?[CacheSize];

    public static WordForms Embedded => _embedded.Value;

    public WordForm Of(ReadOnlySpan<char> word)
    {
        var key = SpellingHash.Of(word);
        ref var slot = ref _cache[(int)(key >> 49)];
        return slot is { } known && known.Key == key ? known : slot = Read(key, word);
    }

    private WordForm Read(ulong key, ReadOnlySpan<char> word)
    {
        var info = new TokenInfo();
        info.Word = WordHash.Lower(word);
        info.Case = CaseOf(word);
        info.Folded = WordHash.Folded(word);
        info.Prefix2 = WordHash.Lower(word[..Math.Min(2, word.Length)]);
        info.Prefix3 = WordHash.Lower(word[..Math.Min(3, word.Length)]);
        info.Suffix2 = WordHash.Lower(word[^Math.Min(2, word.Length)..]);
        info.Suffix3 = WordHash.Lower(word[^Math.Min(3, word.Length)..]);
        info.Suffix4 = WordHash.Lower(word[^Math.Min(4, word.Length)..]);
        info.Shape = ShapeOf(word);
        info.Kinds = info.Case == TokenCase.Mark ? WordKinds.None : lists.OfHash(info.Folded);
        info.Cluster = clusters.Of(WordClusters.Key(info.Word, info.IsCapital));
        int letters = 0, capitals = 0;
        foreach (var c in word)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsLetter(c) && char.IsUpper(c) ? 1 : 0;
        }
        return new WordForm(key, info, letters, capitals);
    }

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        uint shape = 0;
        uint last = 0;
        var run = 0;
        foreach (var c in word)
        {
            var kind = c is >= 'a' and <= 'z' ? 1u : c is >= 'A' and <= 'Z' ? 2u : char.IsDigit(c) ? 3u : char.IsUpper(c) ? 2u : char.IsLetter(c) ? 1u : Tokeniser.IsApostrophe(c) ? 4u : c == '.' ? 5u : 6u;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
                shape = (shape * 7) + kind;
        }
        return WordHash.Mix(shape);
    }

    private static TokenCase CaseOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
            return TokenCase.Digits;
        if (!char.IsLetter(word[0]) && !(word.Length == 2 && char.IsHighSurrogate(word[0])))
            return TokenCase.Mark;
        if (!char.IsLetter(word[0]))
            return TokenCase.Mark;
        int upper = 0, lower = 0;
        var inner = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) || char.GetUnicodeCategory(word[i]) == UnicodeCategory.TitlecaseLetter)
            {
                upper++;
                inner |= i > 0;
            }
            else if (char.IsLower(word[i]))
            {
                lower++;
            }
        }
        if (upper == 0)
            return lower > 0 ? TokenCase.Lower : TokenCase.Caseless;
        if (word.Length <= 6 && word[^1] == '.' && lower == 0)
            return TokenCase.Initial;
        if (lower == 0)
            return word.Length == 1 ? TokenCase.Capitalised : TokenCase.Capitals;
        return inner ? TokenCase.Mixed : TokenCase.Capitalised;
    }
}
