using System.Globalization;
using NewsCorpus.Extraction.Duplicates;

namespace NewsCorpus.Web.Presentation;

/// <summary>By what copies are told: every setting with its default, taken from the code, and its reason.</summary>
public static class CopyTable
{
    private static readonly CopyOptions Options = new();

    public static IReadOnlyList<LimitRow> Rows { get; } =
    [
        Share(nameof(Options.NearContainment), Options.NearContainment, "a near copy shares this part of the shorter article’s words; one that lost a third of its sentences and has a typo in each still does"),
        Share(nameof(Options.NearReverseContainment), Options.NearReverseContainment, "and this part of the longer one’s; below it the pair can only be an excerpt and its article"),
        Share(nameof(Options.EndingContainment), Options.EndingContainment, "where only the endings are the same, this part must be: that is where outlets repeat themselves"),
        Share(nameof(Options.ExcerptContainment), Options.ExcerptContainment, "this part of an excerpt stands in the longer article, which says nothing for the pair"),
        Share(nameof(Options.ExcerptShare), Options.ExcerptShare, "an excerpt from the midst of an article that it makes up less of joins no story: a digest holds items of many"),
        Share(nameof(Options.WholeContainment), Options.WholeContainment, "copies whatever is quoted in them; also what two articles of one outlet must share where it is but an opening or an ending"),
        Number(nameof(Options.MinWords), Options.MinWords, "words that both articles need: below, one shared sentence is too large a part"),
        Number(nameof(Options.MinExactWords), Options.MinExactWords, "words below which not even the same text makes copies: such bodies are notices"),
        Number(nameof(Options.MinOwnWords), Options.MinOwnWords, "words outside of quotations below which nearly all must be shared: two briefs about one statement differ in just these"),
        Number(nameof(Options.CommonStories), Options.CommonStories, "stories that share a phrase before its paragraph counts as common property, and for nothing"),
        Number(nameof(Options.ShingleWords), Options.ShingleWords, "words in a row that are compared: rarely shared by chance, and few are spoiled by a typo"),
        Number(nameof(Options.Bands), Options.Bands, "keys by which near copies are found: with three values each they find 998 of 1,000 that share two thirds"),
        Number(nameof(Options.Rows), Options.Rows, "values of such a key"),
        Number(nameof(Options.SampleKeys), Options.SampleKeys, "keys by which excerpts are found: 92 of 100 that are a tenth of an article"),
        Number(nameof(Options.LeadKeys), Options.LeadKeys, "keys of the opening: most excerpts are the lead of an article"),
        Number(nameof(Options.LeadWords), Options.LeadWords, "words of that opening"),
        Number(nameof(Options.CandidatesPerKey), Options.CandidatesPerKey, "articles of one key that are looked at, the newest: keeps the cost flat where thousands share it"),
        Number(nameof(Options.Comparisons), Options.Comparisons, "articles that one is compared with word by word, the likeliest"),
        Number(nameof(Options.ComparisonsPerStory), Options.ComparisonsPerStory, "of these from one story: a story of a hundred copies must not use them up"),
    ];

    private static LimitRow Share(string name, double value, string why) => new($"{CopyOptions.Section}:{name}", string.Create(CultureInfo.InvariantCulture, $"{value * 100:0} %"), why);

    private static LimitRow Number(string name, int value, string why) => new($"{CopyOptions.Section}:{name}", Words.Number(value), why);
}
