using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// What a first labelling said of each word over the whole document, as features for a second one: a surname that stands clear in one sentence helps in all
/// others (two-stage prediction as in Krishnan and Manning, ACL 2006).
/// </summary>
internal sealed class DocumentMemory
{
    private struct Tally
    {
        public int Person;
        public int Organisation;
        public int Place;
        public int Other;
        public int None;

        /// <summary>Times as first, inner or last, and only word of a person's name.</summary>
        public int Begin;
        public int End;
        public int Single;

        /// <summary>Times in small letters.</summary>
        public int Small;

        public readonly int Total => Person + Organisation + Place + Other + None;
    }

    private readonly TokenisedText _document;
    private readonly byte[] _labels;
    private readonly Dictionary<uint, Tally> _tallies = [];

    public DocumentMemory(TokenisedText document, byte[] firstLabels)
    {
        _document = document;
        _labels = firstLabels;
        var tokens = document.Tokens;
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Active && tokens[i].IsCapital)
                Count(ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, tokens[i].Word, out _), firstLabels[i], 1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Case != TokenCase.Lower)
                continue;
            ref var tally = ref CollectionsMarshal.GetValueRefOrNullRef(_tallies, tokens[i].Word);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref tally))
                tally.Small++;
        }
    }

    /// <summary>Adds the features of the token to those of <see cref="FeatureExtractor"/> and returns the new count.</summary>
    public int Extract(int first, int end, int i, Span<uint> features, int count)
    {
        uint own = _labels[i];
        var before = i > first ? _labels[i - 1] : 17u;
        var after = i + 1 < end ? _labels[i + 1] : 17u;
        var here = Summary(i, out var position, out var small);
        var summaryBefore = i > first ? Summary(i - 1, out _, out _) : 99;
        var summaryAfter = i + 1 < end ? Summary(i + 1, out _, out _) : 99;
        ref readonly var token = ref _document.Tokens[i];
        var kinds = (uint)token.Case + ((token.Kinds & WordKinds.AnyGiven) != WordKinds.None ? 16u : 0) + ((token.Kinds & (WordKinds.Surname | WordKinds.Name)) != WordKinds.None ? 32u : 0)
            + ((token.Kinds & WordKinds.Geography) != WordKinds.None ? 64u : 0) + (small ? 128u : 0) + ((uint)(token.Flags & TokenisedText.SentenceStart) << 8);
        Add(features, ref count, 0, own, before, after);
        Add(features, ref count, 1, own, here, position);
        Add(features, ref count, 2, here, position, kinds);
        Add(features, ref count, 3, own, here, kinds);
        Add(features, ref count, 4, summaryBefore, here, summaryAfter);
        Add(features, ref count, 5, own, summaryBefore, before);
        Add(features, ref count, 6, own, summaryAfter, after);
        Add(features, ref count, 7, own, here, 0);
        Add(features, ref count, 8, here, position, 0);
        Add(features, ref count, 9, own, kinds, 0);
        return count;
    }

    private static void Add(Span<uint> features, ref int count, uint template, uint a, uint b, uint c) =>
        features[count++] = WordHash.Combine(WordHash.Combine(WordHash.Combine(a, b), c), template + 0xD0C0);

    /// <summary>The class that the other places of the word speak for, how strongly, and where in persons' names they stand.</summary>
    private uint Summary(int i, out uint position, out bool small)
    {
        position = 0;
        small = false;
        ref readonly var token = ref _document.Tokens[i];
        if (!token.Active || !token.IsCapital)
            return token.Active ? 97u : 98u;
        var tally = _tallies[token.Word];
        Count(ref tally, _labels[i], -1);
        small = tally.Small > 0;
        var total = tally.Total;
        if (total == 0)
            return 0;
        position = (tally.Begin > 0 ? 1u : 0) + (tally.End > 0 ? 2u : 0) + (tally.Single > 0 ? 4u : 0);
        var best = Math.Max(Math.Max(tally.Person, tally.Organisation), Math.Max(Math.Max(tally.Place, tally.Other), tally.None));
        var winner = best == tally.Person ? 1u : best == tally.None ? 5u : best == tally.Organisation ? 2u : best == tally.Place ? 3u : 4u;
        var share = best * 4 >= total * 3 ? 2u : best * 2 >= total ? 1u : 0u;
        return (winner * 16) + (share * 4) + (total >= 3 ? 2u : 1u);
    }

    private static void Count(ref Tally tally, int label, int by)
    {
        switch (Labels.ClassOf(label))
        {
            case 1:
                tally.Person += by;
                break;
            case 2:
                tally.Organisation += by;
                break;
            case 3:
                tally.Place += by;
                break;
            case 4:
                tally.Other += by;
                break;
            default:
                tally.None += by;
                break;
        }
        if (label == Labels.PersonBegin)
            tally.Begin += by;
        else if (label is Labels.PersonInside or Labels.PersonEnd)
            tally.End += by;
        else if (label == Labels.PersonSingle)
            tally.Single += by;
    }
}
