using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>
/// Sizes and thresholds by which copies are found, section <c>NewsCorpus:Copies</c>. The fingerprint's sizes (<see cref="ShingleWords"/> to <see cref="LeadWords"/>) are part of every stored
/// fingerprint: after changing one, all articles are fingerprinted again. Shares are shares of words, 0 to 1. The figures behind the defaults are in
/// <c>tests/NewsCorpus.Benchmarks/RESULTS.md</c>.
/// </summary>
public sealed record CopyOptions
{
    public const string Section = "NewsCorpus:Copies";

    /// <summary>Words of a shingle. Five in a row are rarely shared by chance or by stock phrases; a mistyped word still spoils no more than five shingles.</summary>
    [Range(2, 16)]
    public int ShingleWords { get; init; } = 5;

    /// <summary>Bands of the locality-sensitive hash. With rows 3 the curve 1 - (1 - J³)^20 finds 99.8 % of pairs of Jaccard 0.65 (a third of the sentences gone), half of those at 0.32, and of articles that share a tenth 2 %.</summary>
    [Range(1, 64)]
    public int Bands { get; init; } = 20;

    /// <summary>MinHash values of a band.</summary>
    [Range(1, 3)]
    public int Rows { get; init; } = 3;

    /// <summary>
    /// Smallest shingle hashes of the whole article kept as keys, so that an excerpt, whose Jaccard is far below what bands can see, meets the article it comes from: of a part that makes
    /// up the share s of an article, 1 - (1 - s)^24 are met: 92 % at a tenth.
    /// </summary>
    [Range(1, 128)]
    public int SampleKeys { get; init; } = 24;

    /// <summary>Smallest shingle hashes of the opening kept as keys: most excerpts are the lead, and these find it however long the article is.</summary>
    [Range(0, 64)]
    public int LeadKeys { get; init; } = 8;

    /// <summary>Words of the opening from which <see cref="LeadKeys"/> are drawn. An excerpt of half as many words still meets 1 - 0.5^8 of its articles.</summary>
    [Range(16, 1000)]
    public int LeadWords { get; init; } = 120;

    /// <summary>Words that are no common property that both articles need before anything short of the same text is looked at: below, a shared sentence is too large a share.</summary>
    [Range(10, 1000)]
    public int MinWords { get; init; } = 40;

    /// <summary>Where the shorter article has fewer words outside quotations, nearly all of them (<see cref="WholeContainment"/>) must be shared: two briefs around the same quotation differ in just these.</summary>
    [Range(5, 1000)]
    public int MinOwnWords { get; init; } = 20;

    /// <summary>Words of a text below which not even the same text makes copies: such bodies are notices ("Video will follow"), not articles.</summary>
    [Range(1, 1000)]
    public int MinExactWords { get; init; } = 25;

    /// <summary>A near copy: this share of the shorter article's words stands in the other, of all its words and of those not quoted.</summary>
    [Range(0.3, 1)]
    public double NearContainment { get; init; } = 0.6;

    /// <summary>A near copy: and this share of the longer article's words stands in the shorter; below it the pair can only be an excerpt and its article.</summary>
    [Range(0, 1)]
    public double NearReverseContainment { get; init; } = 0.5;

    /// <summary>Instead of <see cref="NearContainment"/> where all that is shared is the ending of both: that is where outlets repeat themselves and where reports of one event carry the same background.</summary>
    [Range(0.3, 1)]
    public double EndingContainment { get; init; } = 0.75;

    /// <summary>An excerpt: this share of its words stands in the longer article. Higher than for near copies, since the longer article says nothing for the pair.</summary>
    [Range(0.3, 1)]
    public double ExcerptContainment { get; init; } = 0.8;

    /// <summary>An excerpt that makes up this share of the longer article belongs to its story from wherever it is taken; a smaller one only from the opening, since a digest holds items of many stories.</summary>
    [Range(0, 1)]
    public double ExcerptShare { get; init; } = 0.2;

    /// <summary>Copies whatever is quoted in them: this share of the words of each, quotations counted, stands in the other (statements, transcripts, articles that lost their quotation marks). Also what the shorter of two articles of one outlet must share where they share but an opening or an ending: less is the outlet's boilerplate.</summary>
    [Range(0.5, 1)]
    public double WholeContainment { get; init; } = 0.9;

    /// <summary>Stories among the candidates (those that share an eighth of the sampled shingles) that share a sampled shingle before the paragraph around it counts as common property (boilerplate, a quotation or a background that goes round) and for nothing.</summary>
    [Range(2, 100)]
    public int CommonStories { get; init; } = 4;

    /// <summary>Articles that the caller should fetch for one key at most, newest first: keeps the cost of an article flat when thousands share a key.</summary>
    [Range(8, 10_000)]
    public int CandidatesPerKey { get; init; } = 64;

    /// <summary>Candidates of one article that are compared word by word, the likeliest first.</summary>
    [Range(1, 1000)]
    public int Comparisons { get; init; } = 16;

    /// <summary>Candidates of one story among <see cref="Comparisons"/>: one match is enough to join a story, so a story of a hundred copies must not use up the comparisons.</summary>
    [Range(1, 100)]
    public int ComparisonsPerStory { get; init; } = 3;

    /// <summary>A number that stands for all these settings and is never 0: stories that were made under another are made anew.</summary>
    public long Signature() => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this))) | 1;
}
