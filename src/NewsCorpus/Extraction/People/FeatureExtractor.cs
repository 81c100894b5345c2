namespace NewsCorpus.Extraction.People;

/// <summary>
/// The features of one token as 32-bit hashes: words, affixes, shapes, word lists and the words around the run of capitals it is in
/// (after Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009). Writes into a span, allocates nothing.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Most features that one token can have.</summary>
    public const int Capacity = 96;

    private const uint Edge = 0x51ED270B;

    private ref struct Sink(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Count;

        public void Add(uint template, uint a) => _features[Count++] = WordHash.Mix((a * 0x9E3779B1) + (template * 0x85EBCA6B));

        public void Add(uint template, uint a, uint b) => Add(template, WordHash.Combine(a, b));

        public void Add(uint template, uint a, uint b, uint c) => Add(template, WordHash.Combine(WordHash.Combine(a, b), c));
    }

    /// <summary>Fills <paramref name="features"/> for the token at <paramref name="i"/> of a block from <paramref name="first"/> to <paramref name="end"/> and returns how many there are.</summary>
    public static int Extract(TokenisedText document, int first, int end, int i, Span<uint> features)
    {
        var sink = new Sink(features);
        var tokens = document.Tokens;
        ref readonly var here = ref tokens[i];
        var word = here.Word;
        var before = Word(tokens, i - 1, first, end);
        var before2 = Word(tokens, i - 2, first, end);
        var after = Word(tokens, i + 1, first, end);
        var after2 = Word(tokens, i + 2, first, end);
        var kind = Kind(tokens, i, first, end);
        var kindBefore = Kind(tokens, i - 1, first, end);
        var kindAfter = Kind(tokens, i + 1, first, end);
        var shape = here.Shape;
        var cased = (uint)here.Case;
        var place = (uint)here.Flags & (TokenisedText.SentenceStart | TokenisedText.Shouting | TokenisedText.Headline | TokenisedText.AfterQuote);
        sink.Add(0, 0);
        sink.Add(1, word);
        sink.Add(2, word, cased);
        sink.Add(3, before);
        sink.Add(4, after);
        sink.Add(5, before2);
        sink.Add(6, after2);
        sink.Add(7, before, word);
        sink.Add(8, word, after);
        sink.Add(9, before, after, cased);
        sink.Add(10, here.Prefix3);
        sink.Add(11, here.Prefix2);
        sink.Add(12, here.Suffix2);
        sink.Add(13, here.Suffix3);
        sink.Add(14, here.Suffix4);
        sink.Add(15, shape);
        sink.Add(16, shape, place);
        sink.Add(17, before, shape);
        sink.Add(18, after, shape);
        sink.Add(19, kind);
        sink.Add(20, kind, place);
        sink.Add(21, kindBefore, kind);
        sink.Add(22, kind, kindAfter);
        var coarse = Coarse(tokens, i, first, end);
        var coarseBefore = Coarse(tokens, i - 1, first, end);
        var coarseAfter = Coarse(tokens, i + 1, first, end);
        sink.Add(23, coarseBefore, coarse, coarseAfter);
        sink.Add(24, Coarse(tokens, i - 2, first, end), coarseBefore, coarse);
        sink.Add(25, coarse, coarseAfter, Coarse(tokens, i + 2, first, end));
        sink.Add(36, coarse, place);
        sink.Add(37, before, coarse);
        sink.Add(38, after, coarse);
        sink.Add(39, before, coarse, after);
        sink.Add(26, before, kind);
        sink.Add(27, after, kind);
        sink.Add(28, before2, before, cased);
        sink.Add(29, after, after2, cased);
        if (i > first)
        {
            sink.Add(30, tokens[i - 1].Suffix3);
            sink.Add(31, tokens[i - 1].Shape, shape);
            sink.Add(32, tokens[i - 1].Prefix3);
        }
        if (i + 1 < end)
        {
            sink.Add(33, tokens[i + 1].Suffix3);
            sink.Add(34, shape, tokens[i + 1].Shape);
            sink.Add(35, tokens[i + 1].Prefix3);
        }
        var runStart = here.RunStart;
        var runEnd = here.RunEnd;
        var runBefore = Word(tokens, runStart - 1, first, end);
        var runBefore2 = Word(tokens, runStart - 2, first, end);
        var runAfter = Word(tokens, runEnd + 1, first, end);
        var runAfter2 = Word(tokens, runEnd + 2, first, end);
        var length = (uint)Math.Min(runEnd - runStart + 1, 6);
        var offset = (uint)Math.Min(i - runStart, 3);
        var rest = (uint)Math.Min(runEnd - i, 3);
        sink.Add(40, length, offset, rest);
        sink.Add(41, runBefore, offset);
        sink.Add(42, runAfter, rest);
        sink.Add(43, runBefore, runAfter, length);
        sink.Add(44, tokens[runEnd].Word, rest);
        sink.Add(45, tokens[runStart].Word, offset);
        sink.Add(46, tokens[runEnd].Suffix3, rest);
        sink.Add(47, Kind(tokens, runEnd, first, end), rest, kind);
        sink.Add(48, Kind(tokens, runStart, first, end), offset, kind);
        sink.Add(49, runBefore2, runBefore, offset);
        sink.Add(50, runAfter, runAfter2, rest);
        sink.Add(51, Coarse(tokens, runStart - 1, first, end), Coarse(tokens, runEnd + 1, first, end), WordHash.Combine(length, offset));
        sink.Add(52, runBefore, coarse);
        sink.Add(53, runAfter, coarse);
        var cluster = Cluster(tokens, i, first, end);
        var clusterBefore = Cluster(tokens, i - 1, first, end);
        var clusterAfter = Cluster(tokens, i + 1, first, end);
        sink.Add(60, cluster);
        sink.Add(61, clusterBefore, cluster);
        sink.Add(62, cluster, clusterAfter);
        sink.Add(63, clusterBefore, clusterAfter, cased);
        sink.Add(64, clusterBefore, coarse);
        sink.Add(65, clusterAfter, coarse);
        sink.Add(66, Cluster(tokens, i - 2, first, end), clusterBefore, cased);
        sink.Add(67, clusterAfter, Cluster(tokens, i + 2, first, end), cased);
        sink.Add(68, Cluster(tokens, runStart - 1, first, end), offset, coarse);
        sink.Add(69, Cluster(tokens, runEnd + 1, first, end), rest, coarse);
        sink.Add(70, cluster, place);
        if ((here.Flags & (TokenisedText.Shouting | TokenisedText.Headline)) != 0)
            sink.Add(54, kindBefore, kind, (uint)here.Flags & (TokenisedText.Shouting | TokenisedText.Headline));
        return sink.Count;
    }

    private static uint Word(TokenInfo[] tokens, int i, int first, int end) => i < first ? Edge : i >= end ? Edge + 1 : tokens[i].Word;

    private static uint Cluster(TokenInfo[] tokens, int i, int first, int end) => i < first ? 300u : i >= end ? 301u : tokens[i].Cluster;

    /// <summary>Case and list memberships of a token, coarse enough to be met often.</summary>
    private static uint Kind(TokenInfo[] tokens, int i, int first, int end)
    {
        if (i < first)
            return Edge;
        if (i >= end)
            return Edge + 1;
        ref readonly var token = ref tokens[i];
        if (token.Case == TokenCase.Mark)
            return token.Word;
        var kinds = token.Kinds;
        var given = Bit(kinds, WordKinds.AnyGiven, 1) | Bit(kinds, WordKinds.Surname, 2) | Bit(kinds, WordKinds.Name, 4);
        var title = (kinds & WordKinds.AnyHonorific) != WordKinds.None ? 8u : Bit(kinds, WordKinds.AnyRole, 16);
        var thing = Bit(kinds, WordKinds.Organisation, 32) | Bit(kinds, WordKinds.Place, 64) | Bit(kinds, WordKinds.Town, 4096) | Bit(kinds, WordKinds.Brand, 8192) | Bit(kinds, WordKinds.Event, 16384);
        var geography = (kinds & WordKinds.Geography) != WordKinds.None ? 128u : Bit(kinds, WordKinds.Calendar, 256);
        var other = (kinds & WordKinds.Suffix) != WordKinds.None ? 512u : (kinds & WordKinds.Particle) != WordKinds.None ? 1024u : Bit(kinds, WordKinds.Speech, 2048);
        return ((given | title | thing | geography | other | Bit(kinds, WordKinds.Function, 32768)) * 8) + (uint)token.Case;
    }

    private static uint Bit(WordKinds kinds, WordKinds any, uint bit) => (kinds & any) != WordKinds.None ? bit : 0;

    /// <summary>The one membership that says most, with the case: for conjunctions over several tokens.</summary>
    private static uint Coarse(TokenInfo[] tokens, int i, int first, int end)
    {
        if (i < first)
            return Edge;
        if (i >= end)
            return Edge + 1;
        ref readonly var token = ref tokens[i];
        if (token.Case == TokenCase.Mark)
            return token.Word;
        var kinds = token.Kinds;
        var name = (kinds & WordKinds.AnyGiven) != WordKinds.None ? 1u : (kinds & (WordKinds.Surname | WordKinds.Name)) != WordKinds.None ? 2u : 0u;
        var thing = (kinds & (WordKinds.Geography | WordKinds.Town)) != WordKinds.None ? 3u
            : (kinds & (WordKinds.Organisation | WordKinds.Place | WordKinds.Event)) != WordKinds.None ? 6u : Bit(kinds, WordKinds.Brand, 9);
        var title = (kinds & WordKinds.AnyHonorific) != WordKinds.None ? 12u : (kinds & WordKinds.Title) != WordKinds.None ? 24u : (kinds & WordKinds.AnyRole) != WordKinds.None ? 36u
            : (kinds & WordKinds.Speech) != WordKinds.None ? 48u : (kinds & WordKinds.Function) != WordKinds.None ? 60u : (kinds & WordKinds.Particle) != WordKinds.None ? 72u : 0u;
        return ((name + thing + title) * 8) + (uint)token.Case;
    }
}
