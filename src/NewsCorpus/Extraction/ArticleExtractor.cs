using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Extraction.Languages;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Extraction.People;
using NewsCorpus.Extraction.Quotations;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Extraction.Titles;

namespace NewsCorpus.Extraction;

/// <summary>Asks every rule what a draft says and puts the answers together. Safe to call from several threads.</summary>
public sealed class ArticleExtractor(PersonRecogniser recogniser, TimeProvider time, IOptions<NewsCorpusOptions> options, IOptions<CopyOptions> copies)
{
    /// <param name="notes">Remarks on the file that concern each of its articles.</param>
    public ArticleReading Extract(ArticleDraft draft, IReadOnlyList<string> notes)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var content = ContentReader.Read(draft);
        var title = TitleReader.Read(draft, content);
        content = HeadlineBlock.Mark(content, draft, title);
        var language = LanguageReader.Read(draft, content);
        var date = DateReader.Read(draft, content, today);
        var outlet = OutletReader.Read(draft, content);
        var tags = TagReader.Read(draft);
        var found = options.Value.People ? recogniser.Recognise(content) : PeopleFinding.Nobody;
        var quotations = QuotationReader.Read(content, found.People, found.Mentions, language.Code);
        var cast = Cast.Of(draft, content, found, quotations, ContributorReader.Read(content));
        return new ArticleReading
        {
            Content = content,
            Title = title.Title,
            TitleKind = title.Kind,
            Date = date.Date,
            DateKind = date.Kind,
            WritesDates = date.Writes,
            OpenDate = date.Open,
            Outlet = outlet.Outlet,
            OutletKind = outlet.Kind,
            Agency = outlet.Agency,
            Link = outlet.Link,
            Summary = SummaryReader.Read(draft, content, title.Title),
            Language = language.Code,
            LanguageKind = language.Kind,
            WordCount = WordCounter.Count(content),
            Tags = tags.Tags,
            People = cast.People,
            Mentions = cast.Mentions,
            Quotations = quotations,
            Contributors = cast.Contributors,
            Fingerprint = CopyFingerprint.Of(content, title.Title, copies.Value).ToBytes(),
            Evidence = [title.Evidence, .. date.Evidence, .. outlet.Evidence, .. language.Evidence, .. tags.Evidence, .. cast.Evidence],
            Notes = [.. notes, .. draft.Notes, .. IsDraft(draft) ? ["The file calls itself a draft."] : Array.Empty<string>()],
        };
    }

    private static bool IsDraft(ArticleDraft draft) => draft.Field("draft") is { Value: var value } && value.ToLowerInvariant() is "true" or "yes";
}
