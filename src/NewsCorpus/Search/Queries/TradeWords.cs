using System.Collections.Frozen;

namespace NewsCorpus.Search.Queries;

/// <summary>Words of Nexis and Factiva that have no equal here, and what they ask for there.</summary>
internal static class TradeWords
{
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["subject"] = "the subject index",
        ["terms"] = "the index terms",
        ["term"] = "the index terms",
        ["company"] = "the company index",
        ["organization"] = "the company index",
        ["geographic"] = "the place index",
        ["city"] = "the place index",
        ["state"] = "the place index",
        ["country"] = "the place index",
        ["industry"] = "the industry index",
        ["ticker"] = "stock symbols",
        ["dateline"] = "the dateline",
        ["td"] = "the text below the lead",
        ["section"] = "the section of the paper",
        ["highlight"] = "abstracts",
        ["graphic"] = "graphics",
        ["correction"] = "corrections",
        ["cite"] = "citations",
        ["ns"] = "the subject codes",
        ["re"] = "the region codes",
        ["in"] = "the industry codes",
        ["co"] = "the company codes",
        ["fds"] = "the company codes",
        ["rst"] = "the source codes",
        ["ipd"] = "the publisher's descriptors",
        ["art"] = "art captions",
        ["clm"] = "columns",
        ["se"] = "the section of the paper",
        ["pg"] = "page numbers",
        ["an"] = "accession numbers",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a field of theirs asks for; null where it is none of theirs.</summary>
    public static string? FieldOf(string name) => Fields.GetValueOrDefault(name);

    public static QueryProblem NoEqual(string typed, string what, int start) =>
        new($"\"{typed}\" ({what} of Nexis and Factiva) has no equal here: its words were searched everywhere.", start, typed.Length);
}
