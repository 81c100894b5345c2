using System.ComponentModel;
using System.Text.Json.Serialization;
using NewsCorpus.Articles;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Web.Api;

/// <summary>A person or outlet by name.</summary>
public sealed record RefResponse(int Id, string Name, string Slug);

/// <summary>A person or outlet of a facet.</summary>
public sealed record FacetResponse(int Id, string Name, string Slug, [property: Description("Results that have it.")] int Count);

/// <summary>A language of a facet, by ISO 639-1 code.</summary>
public sealed record LanguageResponse(string Code, string Name, int Count);

public sealed record TagResponse(string Name, int Count);

public sealed record MonthResponse([property: Description("Year and month, e.g. 2026-01.")] string Month, int Count);

public sealed record ProblemResponse(
    [property: Description("What could not be read, and what was run instead; or what was cut short, or would be read otherwise elsewhere.")] string Message,
    [property: Description("UTF-16 offset into the query as typed.")] int Start,
    int Length);

public sealed record QueryResponse(
    string Typed,
    [property: Description("The reading that was run, in the query language's canonical form.")] string Read,
    IReadOnlyList<ProblemResponse> Problems);

public sealed record FacetsResponse(
    IReadOnlyList<FacetResponse> People,
    IReadOnlyList<FacetResponse> Outlets,
    [property: Description("Wire agencies, counted as if none were chosen.")] IReadOnlyList<TagResponse> Agencies,
    IReadOnlyList<TagResponse> Tags,
    [property: Description("Counted as if none were chosen.")] IReadOnlyList<LanguageResponse> Languages,
    IReadOnlyList<MonthResponse> Months,
    [property: Description("Results without a date.")] int Undated,
    [property: Description("People who say something in the results.")] IReadOnlyList<FacetResponse> Speakers);

/// <summary>When an undated article was probably published; never its date.</summary>
public sealed record DateEstimateResponse(
    [property: Description("First day of the window.")] DateOnly From,
    [property: Description("Last day, inclusive.")] DateOnly To,
    [property: Description("Why, one clause each.")] IReadOnlyList<string> Reasons);

public sealed record ArticleSummary(
    long Id,
    [property: Description("Path of the article's page.")] string Url,
    string Title,
    FactKind TitleKind,
    [property: Description("ISO 8601, as far as known: a day, a month (2026-01) or a year; null where undated.")] string? Date,
    FactKind DateKind,
    [property: Description("Only of an undated article whose clues suffice: when it was probably published."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateEstimateResponse? DateEstimate,
    RefResponse? Outlet,
    FactKind OutletKind,
    [property: Description("Wire agency whose copy this is, apart from the outlet that printed it; null where none is credited.")] string? Agency,
    [property: Description("HTML-escaped text with <mark> around matches.")] string Snippet,
    [property: Description("People who appear in the article, most mentioned first.")] IReadOnlyList<RefResponse> People,
    [property: Description("Other articles of the same story among the results.")] int Copies,
    [property: Description("ISO 639-1 code; null where not known.")] string? Language,
    FactKind LanguageKind,
    [property: Description("Words of the body; of Chinese and Japanese, characters.")] int Words,
    [property: Description("Whole minutes, rounded up.")] int ReadingMinutes);

public sealed record ArticlesResponse(
    QueryResponse Query,
    [property: Description("Stories; articles with copies=all.")] int Total,
    [property: Description("Articles, each copy counted.")] int TotalCopies,
    int Page,
    int Size,
    IReadOnlyList<ArticleSummary> Articles,
    FacetsResponse Facets);

public sealed record BlockResponse(BlockKind Kind, int Start, int End);

public sealed record MentionResponse(RefResponse? Person, string Text, int Start, int End, MentionRole Role);

/// <summary>Words somebody said.</summary>
public sealed record QuotationResponse(string Text, int Start, int End, RefResponse? Speaker, string? SpeakerText, string? Cue, bool Direct);

public sealed record ContributorResponse(string Name, string Role);

public sealed record EvidenceResponse(
    string Field,
    string? Value,
    FactKind Kind,
    string Rule,
    [property: Description("The very words read; of a correction the editor’s note.")] string Excerpt,
    [property: Description("Offset of the words in the text; null where they stand outside of it.")] int? Start,
    int? End,
    [property: Description("What else one should know, or null.")] string? Note,
    [property: Description("Who corrected the value; null for what the rules say.")] string? By,
    [property: Description("When it was corrected; null for what the rules say.")] DateTimeOffset? At,
    [property: Description("The value that a correction replaced, or null.")] string? Before);

/// <summary>An outlet that the text of an article without one mentions. No value: an editor may accept it.</summary>
public sealed record OutletHintResponse(
    string Name,
    [property: Description("The words that mention it.")] string Excerpt,
    [property: Description("Offset of the words in the text.")] int Start,
    int End);

public sealed record SourceResponse(
    string Path,
    string Format,
    string Sha256,
    DateTimeOffset IngestedAt,
    long RunId,
    [property: Description("Path of the kept file, byte for byte; null where it is lost.")] string? Original);

/// <summary>Another article with the same story.</summary>
public sealed record CopyResponse(
    long Id,
    RefResponse? Outlet,
    string? Date,
    [property: Description("Share of runs of five words that the two have in common, 0 to 1: exact where they were compared word by word, else estimated to within some 0.07.")] double Similarity);

/// <summary>What an article is to another of which it shares the text of a part.</summary>
public enum ExcerptKind
{
    ContainedIn,
    Contains,
}

/// <summary>An article of another story that shares text with this one.</summary>
public sealed record ExcerptResponse(
    long Id,
    string Title,
    RefResponse? Outlet,
    string? Date,
    [property: Description("containedIn: this article is a part of the other; contains: the other is a part of this one.")] ExcerptKind Kind,
    [property: Description("Share of the shorter one's words that stand in the longer one, 0 to 1.")] double Containment);

public sealed record ArticleResponse(
    long Id,
    string Url,
    string Title,
    FactKind TitleKind,
    string? Date,
    FactKind DateKind,
    [property: Description("Only of an undated article whose clues suffice: when it was probably published."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateEstimateResponse? DateEstimate,
    RefResponse? Outlet,
    FactKind OutletKind,
    string? Agency,
    [property: Description("Only where nothing says who published the article and its text mentions outlets: these."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OutletHintResponse>? OutletHints,
    string Snippet,
    IReadOnlyList<RefResponse> People,
    [property: Description("The whole text. All offsets are UTF-16 offsets into it, the end exclusive.")] string Text,
    IReadOnlyList<BlockResponse> Blocks,
    IReadOnlyList<MentionResponse> Mentions,
    IReadOnlyList<QuotationResponse> Quotations,
    IReadOnlyList<ContributorResponse> Contributors,
    IReadOnlyList<EvidenceResponse> Evidence,
    SourceResponse Source,
    IReadOnlyList<string> Tags,
    IReadOnlyList<CopyResponse> Copies,
    [property: Description("Articles of other stories that hold this one as a part, or are a part of it.")] IReadOnlyList<ExcerptResponse> Excerpts,
    [property: Description("Address of the original, or null.")] string? Link,
    [property: Description("ISO 639-1 code; null where not known.")] string? Language,
    FactKind LanguageKind,
    [property: Description("Words of the body; of Chinese and Japanese, characters.")] int Words,
    [property: Description("Whole minutes, rounded up.")] int ReadingMinutes);

public sealed record DirectoryItem(int Id, string Name, string Slug, string Url, [property: Description("Articles of the corpus.")] int Articles);

public sealed record PeopleResponse(int Total, int Page, int Size, IReadOnlyList<DirectoryItem> People);

public sealed record OfficeResponse(
    string Office,
    int Articles,
    [property: Description("Day of the earliest dated article that gives it.")] DateOnly? First,
    [property: Description("Day of the latest.")] DateOnly? Last);

public sealed record ActivityResponse(
    [property: Description("`2026-01`, or a year where articles state no more; null for undated articles.")] string? Month,
    int Articles,
    [property: Description("Places that name the person.")] int Mentions,
    [property: Description("Of these, as the one who speaks.")] int Quoted);

public sealed record OutletActivityResponse([property: Description("Null where the outlet is not known.")] RefResponse? Outlet, int Articles, int Mentions, int Quoted);

public sealed record AliasResponse(
    [property: Description("The other name.")] RefResponse Name,
    AliasState State,
    [property: Description("Why it is, may be or is not the person's.")] string Rule,
    int Articles,
    [property: Description("The article of the sentence.")] long? ArticleId,
    string? Sentence);

public sealed record NamesakeResponse(
    RefResponse Person,
    [property: Description("Why they are two.")] string Rule,
    [property: Description("A sentence that names the one asked for, or null.")] string? Sentence,
    long? ArticleId,
    [property: Description("A sentence that names the other, or null.")] string? OtherSentence,
    long? OtherArticleId);

public sealed record PersonResponse(
    int Id,
    string Name,
    string Slug,
    string Url,
    [property: Description("True while the corpus gives only title and surname.")] bool IsPartial,
    int Articles,
    IReadOnlyList<OfficeResponse> Offices,
    IReadOnlyList<FacetResponse> Outlets,
    [property: Description("People most often in the same articles.")] IReadOnlyList<FacetResponse> People,
    IReadOnlyList<MonthResponse> Months,
    int Undated,
    [property: Description("The newest articles.")] IReadOnlyList<ArticleSummary> Newest,
    [property: Description("Mentions and quotations over time.")] IReadOnlyList<ActivityResponse> Activity,
    IReadOnlyList<OutletActivityResponse> ByOutlet,
    [property: Description("Articles by what the person is in them: `mentioned`, `quoted`, `byline`, `credit`.")] IReadOnlyDictionary<string, int> Roles,
    [property: Description("Other names: those shown as this person, those that may be, those that an editor said are not.")] IReadOnlyList<AliasResponse> Aliases,
    [property: Description("Other people of the same name, and what says that they are two.")] IReadOnlyList<NamesakeResponse> Namesakes,
    [property: Description("Quotations of the person.")] int SaidTotal,
    [property: Description("The newest of them.")] IReadOnlyList<QuotationEntryResponse> Said,
    [property: Description("Quotations of others that name the person.")] int AboutTotal,
    [property: Description("The newest of them.")] IReadOnlyList<QuotationEntryResponse> About);

public sealed record OutletItem(int Id, string Name, string Slug, string Url, string? Domain, int Articles);

public sealed record OutletsResponse(IReadOnlyList<OutletItem> Outlets, [property: Description("Articles that name no outlet.")] int Unknown);

public sealed record OutletResponse(
    int Id,
    string Name,
    string Slug,
    string Url,
    string? Domain,
    int Articles,
    IReadOnlyList<FacetResponse> People,
    IReadOnlyList<MonthResponse> Months,
    int Undated,
    [property: Description("The newest articles.")] IReadOnlyList<ArticleSummary> Newest);
