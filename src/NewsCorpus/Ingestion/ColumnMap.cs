using System.Collections.Frozen;
using System.Text;

namespace NewsCorpus.Ingestion;

/// <summary>What a column of a table or a field of a dump holds.</summary>
public enum ColumnRole
{
    /// <summary>Nothing that is known; kept as a stated field under its own name.</summary>
    Other,
    Title,
    Body,
    Date,
    Updated,
    Outlet,
    Link,
    Author,
    Tags,
    Language,
    Id,
    Summary,
}

/// <summary>
/// How data files name their columns, section <c>NewsCorpus:Columns</c>. Names given here go before the common ones, which are always known ("headline", "article_text", "published_at", "source").
/// Letter case, spaces, hyphens and underscores do not count; a nested field is named by its path: "source.name".
/// </summary>
public sealed record ColumnMap
{
    public const string Section = "NewsCorpus:Columns";

    private static readonly FrozenDictionary<string, ColumnRole> Common = Table();

    /// <summary>What the name of a text's column says of its state besides: "content_original".</summary>
    private static readonly FrozenSet<string> TextStates = FrozenSet.Create(
        StringComparer.Ordinal, "original", "orig", "raw", "clean", "cleaned", "full", "complete", "main", "plain", "final", "processed", "preprocessed", "extracted", "scraped", "parsed", "untokenized", "detokenized", "unicode", "utf8", "str", "string", "en", "english");

    public static ColumnMap Default { get; } = new();

    public string? Title { get; set; }

    public string? Body { get; set; }

    public string? Date { get; set; }

    public string? Outlet { get; set; }

    public string? Link { get; set; }

    public string? Author { get; set; }

    public string? Tags { get; set; }

    public string? Language { get; set; }

    public string? Id { get; set; }

    public string? Summary { get; set; }

    /// <summary>The role of a column, and whether an admin named it so.</summary>
    public (ColumnRole Role, bool IsChosen) RoleOf(string name)
    {
        var folded = Fold(name);
        foreach (var (role, chosen) in Chosen())
            if (chosen is not null && Fold(chosen) == folded)
                return (role, true);
        if (Common.TryGetValue(folded, out var common))
            return (common, false);
        // What an export wraps a value or an article in says nothing of it: "title.rendered", "_source.title".
        foreach (var ending in (ReadOnlySpan<string>)[".rendered", ".value", ".text", ".html", ".name", ".raw", ".plain"])
            if (folded.EndsWith(ending, StringComparison.Ordinal) && Common.TryGetValue(folded[..^ending.Length], out common))
                return (common, false);
        foreach (var wrapper in (ReadOnlySpan<string>)["source.", "fields.", "attributes.", "article.", "node.", "doc.", "document.", "metadata.", "meta."])
            if (folded.StartsWith(wrapper, StringComparison.Ordinal) && folded.Length > wrapper.Length && (wrapper is not "source." || name.StartsWith('_')))
                return RoleOf(name[(name.IndexOf('.', name.Length - name.TrimStart('.').Length) + 1)..]);
        return (IsDecoratedText(name) ? ColumnRole.Body : ColumnRole.Other, false);
    }

    /// <summary>"content_original", "cleaned_text", "bodyRaw": a name of the text, with words that say which of its states it is.</summary>
    private static bool IsDecoratedText(string name)
    {
        var (plain, decorated) = (new StringBuilder(), false);
        foreach (var word in WordsOf(name))
            if (TextStates.Contains(word))
                decorated = true;
            else
                plain.Append(word);
        return decorated && Common.TryGetValue(plain.ToString(), out var role) && role == ColumnRole.Body;
    }

    /// <summary>The words of a name, in small letters, parted by signs or by a capital after a small letter.</summary>
    private static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && char.IsLetterOrDigit(name[i - 1]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            var word = name[start..i].Trim('_', '-', ' ', '.').ToLowerInvariant();
            if (word.Length > 0)
                yield return word;
            start = i;
        }
    }

    private IEnumerable<(ColumnRole Role, string? Name)> Chosen() =>
    [
        (ColumnRole.Title, Title), (ColumnRole.Body, Body), (ColumnRole.Date, Date), (ColumnRole.Outlet, Outlet), (ColumnRole.Link, Link),
        (ColumnRole.Author, Author), (ColumnRole.Tags, Tags), (ColumnRole.Language, Language), (ColumnRole.Id, Id), (ColumnRole.Summary, Summary),
    ];

    private static string Fold(string name) => string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == '.')).ToLowerInvariant().Trim('.');

    private static FrozenDictionary<string, ColumnRole> Table()
    {
        (ColumnRole Role, string Names)[] rows =
        [
            (ColumnRole.Title, "title headline headlines articletitle newstitle posttitle pagetitle heading storytitle webtitle headlinemain headline.main titletext headlinetext subject titel überschrift schlagzeile titre titulo título titolo titular kop"),
            (ColumnRole.Body, """
                text body content article articletext articlebody articlecontent fulltext maintext bodytext contenttext newstext story storytext storybody plaintext cleantext rawtext pagetext
                document doctext html contenthtml bodyhtml articlehtml htmlcontent bodycontent contents fullcontent texts maincontent post postcontent posttext newscontent paragraphs artikel artikeltext volltext inhalt texte contenu texto contenido testo conteúdo tekst
                """),
            (ColumnRole.Date, """
                date published publishedat publishedon publishdate publisheddate publicationdate pubdate datepublished datepublish publishtime publishedtime publicationtime pubtime publicationdatetime webpublicationdate
                datetime timestamp time day created createdat creationdate createddate datecreated posted postedat posteddate postdate firstpublished firstpublicationdate firstpublishdate displaydate storydate newsdate articledate
                issued issuedate releasedate dateissued publishedutc publishedtimestamp dateandtime dategmt datum erscheinungsdatum veröffentlicht datedepublication fecha data
                """),
            (ColumnRole.Updated, "updated updatedat updateddate dateupdated modified modifiedat modifieddate datemodified lastmodified lastupdated lastupdate modifiedgmt datemodify"),
            (ColumnRole.Outlet, """
                source outlet publisher publication newspaper paper site sitename website newsoutlet newssource media mediaoutlet mediasource mediumname sourcename publishername publicationname
                outletname source.name source.title publisher.name newsagency agency journal sitetitle brand channel provider quelle zeitung medium fonte fuente média medio giornale bron krant
                """),
            (ColumnRole.Link, "url link uri href weburl articleurl sourceurl pageurl permalink canonicalurl canonicallink storyurl newsurl articlelink webpage address originalurl guidurl"),
            (ColumnRole.Author, "author authors byline by writer writers journalist reporter reporters creator authorname authornames authors.name author.name contributors bylines originalby byline.original autor autoren auteur autore"),
            (ColumnRole.Tags, "tags tag keywords keyword topics topic categories category section sections subjects labels tags.name keywords.name categories.name keywords.value sectionname newskeywords"),
            (ColumnRole.Language, "language lang languagecode inlanguage locale"),
            (ColumnRole.Id, "id articleid docid documentid newsid storyid guid uuid uid key itemid postid identifier recordid"),
            (ColumnRole.Summary, "description summary abstract excerpt snippet lead lede teaser standfirst dek subtitle leadparagraph intro introduction shortdescription trailtext metadescription"),
        ];
        var table = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var (role, names) in rows)
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(name, role);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
