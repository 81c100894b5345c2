using System.Collections.Frozen;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>Closed classes of English words by which a noun phrase is told from what surrounds it.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _pronouns = Set("he she they it i we you one everyone someone somebody everybody many some others most both nobody");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _relatives = Set("who which that whom whose");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _determiners =
        Set("the a an his her their its our my your this that these those another one two three four several some many most all both each every no any other more few");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prepositions = Set("""
        in on at by with from to into onto about after before during since until over under against among between through across toward towards upon within without
        despite amid via like near outside inside regarding following concerning off out up down as per around behind beyond than unlike throughout
        """);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _conjunctions =
        Set("and but or nor so yet if when while because although though whereas unless whether where why how once before after since until as that then what");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _subordinating = Set("when while as after before since until once if unless because although though whereas where");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _auxiliaries = Set("""
        has have had having is are was were be been being am do does did will would can could may might must shall should 's ’s 've ’ve 'd ’d 'll ’ll 're ’re 'm ’m not never
        hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t to
        """);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _adverbs = Set("""
        also later then still once again even just now often then too always soon thus further instead however meanwhile earlier afterwards afterward only first last next rather
        yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday there here perhaps maybe indeed though ever
        """);

    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> _classes = Classes();

    private static readonly int Longest = _classes.Dictionary.Keys.Max(k => k.Length);

    /// <summary>Classes of words met lately: 56 bits of the spelling, and 8 of the class, one more than its number; 255 for a word of none. Each entry is read and written at once.</summary>
    private static readonly ulong[] _lately = new ulong[1 << 14];

    /// <summary>The class of a word that has one by itself, whatever stands around it; the first that fits of those that it could have.</summary>
    public static WordClass? ClassOf(ReadOnlySpan<char> word)
    {
        const ulong None = 255;
        var spelling = SpellingHash.Of(word);
        ref var slot = ref _lately[(int)(spelling >> 50)];
        var known = Volatile.Read(ref slot);
        if (known >> 8 != spelling >> 8 || known == 0)
            Volatile.Write(ref slot, known = (spelling & ~None) | (Read(word) is { } read ? (ulong)read + 1 : None));
        return (known & None) == None ? null : (WordClass)((known & None) - 1);
    }

    private static WordClass? Read(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[Longest];
        var known = default(WordClass);
        // Ordinal look-ups of small letters are several times as quick as those that ignore case.
        var isKnown = word.Length <= Longest && _classes.TryGetValue(small[..word.ToLowerInvariant(small)], out known);
        if (isKnown && known is not (WordClass.StrongVerb or WordClass.WeakVerb))
            return known;
        return IsAdverbByEnding(word) ? WordClass.Adverb : isKnown ? known : null;
    }

    public static bool IsPronoun(ReadOnlySpan<char> word) => _pronouns.Contains(word);

    public static bool IsRelative(ReadOnlySpan<char> word) => _relatives.Contains(word);

    public static bool IsDeterminer(ReadOnlySpan<char> word) => _determiners.Contains(word);

    public static bool IsPreposition(ReadOnlySpan<char> word) => _prepositions.Contains(word);

    public static bool IsConjunction(ReadOnlySpan<char> word) => _conjunctions.Contains(word);

    /// <summary>Opens a clause that is no sentence by itself.</summary>
    public static bool IsSubordinating(ReadOnlySpan<char> word) => _subordinating.Contains(word);

    public static bool IsAuxiliary(ReadOnlySpan<char> word) => _auxiliaries.Contains(word);

    public static bool IsAdverb(ReadOnlySpan<char> word) =>
        _adverbs.Contains(word) || IsAdverbByEnding(word);

    /// <summary>"Will Doyle", "May Achebe": a given name, though the word is an auxiliary in small letters.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word) => word is "Will" or "May";

    /// <summary>None of the above: a noun, an adjective, a name or a verb that reports nothing.</summary>
    public static bool IsContent(ReadOnlySpan<char> word) =>
        IsGivenName(word) || ClassOf(word) is null or WordClass.StrongVerb or WordClass.WeakVerb;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsAdverbByEnding(ReadOnlySpan<char> word) => word.Length > 4 && char.IsLower(word[0]) && word.EndsWith("ly", StringComparison.Ordinal);

    private static FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Classes()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        foreach (var (set, wordClass) in new[]
        {
            (_relatives.Set, WordClass.Relative),
            (_determiners.Set, WordClass.Determiner),
            (_pronouns.Set, WordClass.Pronoun),
            (_auxiliaries.Set, WordClass.Auxiliary),
            (_conjunctions.Set, WordClass.Conjunction),
            (_prepositions.Set, WordClass.Preposition),
            (_adverbs.Set, WordClass.Adverb),
            (ReportingVerbs.Strong, WordClass.StrongVerb),
            (ReportingVerbs.Weak, WordClass.WeakVerb),
        })
        {
            foreach (var word in set)
                classes.TryAdd(word, wordClass);
        }
        return classes.ToFrozenDictionary(c => c.Key.ToLowerInvariant(), c => c.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
