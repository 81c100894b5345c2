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
        """;

    private const string Plain = "date headerdate articledate dcdate dctermsdate datetime timestamp day storydate newsdate ptime pdate printdate editiondate issuedate loaddate";

    private const string Created = "created createdat createdon datecreated createddate creationdate dccreated dctermscreated dcdatecreated articlecreated citationpublicationdate citationdate";

    private const string Updated = """
        updated update dateupdate updatetime lastupdatetime lastmodificationdate datelastmodified dclastmodified revisedat updatedat updatedon updateddate updatedate dateupdated updatedtime lastupdated lastupdate lastmod lastmodified lastmodifieddate modified modifiedat modifieddate modifiedtime datemodified
        articlemodifiedtime articlemodified articleupdatedtime articleupdated ogupdatedtime ogmodifiedtime dcdatemodified dctermsmodified dcmodified revised reviseddate revisiondate
        """;

    /// <summary>Rank of keys that say "date" and not of what.</summary>
    public const int Plainly = 2;

    /// <summary>Rank of a key that a vocabulary or map of unknown meaning qualifies.</summary>
    private const int Qualified = 3;

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
        return part >= 0 && Find(key[(part + 1)..]) is var (role, _) ? (role, Qualified) : null;
    }

    private static (DateRole Role, int Rank)? Find(ReadOnlySpan<char> key)
    {
        Span<char> folded = stackalloc char[60];
        var length = 0;
        foreach (var c in key)
            if (char.IsLetterOrDigit(c))
                folded[length++] = c;
        return _fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var found) ? found : null;
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
