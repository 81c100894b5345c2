using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>The fields of an index document.</summary>
internal static class FieldNames
{
    /// <summary>All that a bare word searches: the text from position 0, then title, captions, people and outlet, far apart.</summary>
    public const string Content = "content";
    public const string Title = "title";
    public const string Caption = "caption";
    public const string Person = "person";
    public const string Outlet = "outlet";

    /// <summary>The words of quotations, far apart, a paragraph each.</summary>
    public const string Said = "said";

    /// <summary>Who speaks, each at the first position of what they said.</summary>
    public const string Speaker = "speaker";
    public const string Tag = "tag";
    public const string Agency = "agency";
    public const string Byline = "byline";
    public const string Language = "language";
    public const string DateSource = "date-source";
    public const string File = "file";

    /// <summary>The article's id as a term (for updates) and as a column.</summary>
    public const string Id = "id";
    public const string Revision = "revision";

    /// <summary>Ids as terms, for filters.</summary>
    public const string PersonId = "person-id";
    public const string SpeakerId = "speaker-id";
    public const string OutletId = "outlet-id";
    public const string TagId = "tag-id";

    /// <summary>Columns, one value a document: see <see cref="SegmentColumns"/>.</summary>
    public const string Minute = "minute";
    public const string Precision = "precision";
    public const string Story = "story";
    public const string AgencyName = "agency-name";
    public const string EstimatedDay = "estimated-day";
    public const string WordCount = "word-count";
    public const string TextPositions = "text-positions";
    public const string LeadPositions = "lead-positions";
    public const string TitlePositions = "title-positions";
    public const string ProsePositions = "prose-positions";
    public const string People = "people";
    public const string Tags = "tags";
    public const string Speakers = "speakers";
    public const string LanguageNumber = "language-number";

    /// <summary>Where the quotations stand and who speaks, see <see cref="QuotationList"/>.</summary>
    public const string Quotations = "quotations";

    public static string Of(QueryField field) => field switch
    {
        QueryField.Title => Title,
        QueryField.Text or QueryField.Lead => Content,
        QueryField.Caption => Caption,
        QueryField.Person => Person,
        QueryField.Said => Said,
        QueryField.Speaker => Speaker,
        QueryField.Outlet => Outlet,
        QueryField.Tag => Tag,
        QueryField.Agency => Agency,
        QueryField.Byline => Byline,
        QueryField.Language => Language,
        QueryField.DateSource => DateSource,
        QueryField.File => File,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };
}
