using System.Collections.Frozen;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>What a date says of its article.</summary>
internal enum DateRole
{
    Publication,
    Update,
}

/// <summary>Which fields of a file or page state a date, and of what. The one list of them.</summary>
internal static class DateFields
{
    private const string Published = """
        published publish publishdate publisheddate publishedat publishedon publishedtime publishtime publishedtimestamp publisheddatetime publishdatetime pubdate pubtime pubdatetime
        datepublished publicationdate publicationtime publicationdatetime publicationdateandtime firstpublished firstpublisheddate firstpublishedat firstpublicationdate
        articlepublishedtime articlepublished articlepublicationdate articlepublicationdatetime ogpublishedtime ogpubdate ogarticlepublishedtime ogarticlepublicationdatetime bookreleasedate
        dateissued issued dcdateissued dctermsissued dctermsdateissued parselypubdate sailthrudate rnewsdatepublished articledateoriginal originalpublicationdate originaldate
        cxenseparserecspublishtime cxenseparserecsarticlepublishedtime cxenseparsepublishtime publishedtimeiso publishedatdate articlepubdate articledatepublished articlepublisheddate articlepublishdate articlepublishtime articlefirstpublished articlereleasedate contentpublisheddate originalpublishdate dateoriginal uploaddate posted postdate dateposted postedon postedat displaydate releasedate
        uploaded uploadedat uploadedon dateuploaded uploadtime ogpublishdate ogdatepublished publishedgmt publishedutc datepublishedutc pubdategmt publishon publishat firstpublishdate firstpublishtime firstpublishedtime initialpublishdate initialpublicationdate golivedate livedate
        onlinedate onlinedatum articlepublishdatetime pagepublished pagepublisheddate dateofpublication datepublication dcdatepublication mediatorpublishedtime rbpubdate twtpublishedat prismpublicationdate citationonlinedate bepresscitationdate dcdateavailable dctermsavailable dctermsdateavailable dateavailable ogregdate regdate posteddate daterelease datereleased datumpublicatie btpubdate shareaholicarticlepublishedtime
        datedepublication dateparution datedeparution parution fechapublicacion fechadepublicacion datapubblicazione datapublicacao datadepublicacao publicatiedatum publiceringsdatum publiseringsdato veroeffentlicht veröffentlicht veroeffentlichungsdatum veröffentlichungsdatum erscheinungsdatum publikationsdatum
        """;

    private const string Plain = "date headerdate articledate dcdate dctermsdate datetime timestamp day storydate newsdate ptime pdate printdate editiondate issuedate loaddate docdate pagedate articletime articledatetime articledatedisplay dategmt gentime datum fecha";

    private const string Created = "created createat articlecreate createdat createdon datecreated createddate creationdate dccreated dctermscreated dcdatecreated articlecreated citationpublicationdate citationdate contentcreatedate contentcreated datecreation erstellt erstellungsdatum";

    private const string Updated = """
        updated update dateupdate updatetime lastupdatetime lastmodificationdate datelastmodified dclastmodified revisedat updatedat updatedon updateddate updatedate dateupdated updatedtime lastupdated lastupdate lastmod lastmodified lastmodifieddate modified modifiedat modifieddate modifiedtime datemodified
        articlemodifiedtime articlemodified articleupdatedtime articleupdated ogupdatedtime ogmodifiedtime dcdatemodified dctermsmodified dcmodified revised reviseddate revisiondate changed changedate datechanged lastchanged lastedited contentmodifieddate articlemodifieddate articleupdateddate articlelastmodified articleupdate datemaj datemodification fechaactualizacion fechamodificacion aenderungsdatum änderungsdatum
        """;

    /// <summary>Rank of keys that say "date" and not of what.</summary>
    public const int Plainly = 2;

    /// <summary>Rank of a key that a vocabulary or map of unknown meaning qualifies.</summary>
    private const int Qualified = 3;

    private static readonly (string Ending, DateRole Role)[] _endings =
    [
        .. new[] { "publishdate", "publisheddate", "publicationdate", "publishtime", "publishedtime", "publisheddatetime", "publishdatetime", "pubdate", "datepublished", "publishedat", "publishedon", "articlepublished", "articledate", "posteddate", "releasedate" }.Select(ending => (ending, DateRole.Publication)),
        .. new[] { "modifieddate", "updateddate", "lastmodified", "datemodified", "modifiedtime", "updatedtime" }.Select(ending => (ending, DateRole.Update)),
    ];

    private static readonly FrozenDictionary<string, (DateRole Role, int Rank)> _fields = Table();

    /// <summary>What the field states, and how good a source it is, 1 the best; null where it states no date.</summary>
    public static (DateRole Role, int Rank)? Classify(StatedField field)
    {
        var key = field.Key.AsSpan();
        if (key.Length > 60 || key.StartsWith("event") || key.StartsWith("video") || key.StartsWith("music"))
            return null;
        if (Find(key) is { } whole)
            return whole;
        // A nested map joins its keys by dots ("params.date"), a vocabulary stands before a colon ("vr:published-time").
        var part = key.LastIndexOfAny('.', ':');
        return part >= 0 && Find(key[(part + 1)..]) is var (role, _) ? (role, Qualified) : OfEnding(key);
    }

    /// <summary>Sites put a name of their own before what is a common key: "xy-article-publishdate".</summary>
    private static (DateRole Role, int Rank)? OfEnding(ReadOnlySpan<char> key)
    {
        Span<char> buffer = stackalloc char[60];
        var folded = Fold(key, buffer);
        if (folded.Contains("unpublish", StringComparison.Ordinal) || folded.Contains("expir", StringComparison.Ordinal))
            return null;
        foreach (var (ending, role) in _endings)
            if (folded.EndsWith(ending, StringComparison.Ordinal))
                return (role, Qualified);
        return null;
    }

    private static (DateRole Role, int Rank)? Find(ReadOnlySpan<char> key)
    {
        Span<char> buffer = stackalloc char[60];
        return _fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Fold(key, buffer), out var found) ? found : null;
    }

    /// <summary>Letters and digits alone.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> key, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in key)
            if (char.IsLetterOrDigit(c))
                buffer[length++] = c;
        return buffer[..length];
    }

    private static FrozenDictionary<string, (DateRole, int)> Table()
    {
        var table = new Dictionary<string, (DateRole, int)>(StringComparer.Ordinal);
        Add(Published, DateRole.Publication, 1);
        Add(Plain, DateRole.Publication, Plainly);
        Add(Created, DateRole.Publication, 3);
        Add(Updated, DateRole.Update, 1);
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string keys, DateRole role, int rank)
        {
            foreach (var key in keys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                table.Add(key, (role, rank));
        }
    }
}
