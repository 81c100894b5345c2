namespace NewsCorpus.Store.Verification;

/// <summary>What kind of thing does not agree.</summary>
public enum DifferenceKind
{
    DatabaseDamaged,
    ReferenceBroken,
    BodyMissing,
    ArticleWrong,
    StoryWrong,
    NumberWrong,
    RunWrong,
    OriginalMissing,
    OriginalDamaged,
    OriginalUnneeded,
    ReceiptWrong,
    SavedSearchWrong,
    FileNew,
    FileChanged,
    FileGone,
    FileUnreadable,
    IndexMissing,
    IndexDamaged,
    IndexOfAnother,
    IndexBehind,
    ArticleNotIndexed,
    ArticleIndexedOld,
    ArticleIndexedWrongly,
    ArticleIndexedTwice,
}

/// <summary>One thing in which files, originals, database and index do not agree.</summary>
/// <param name="Subject">What it is of: "article 12", a path, a table.</param>
/// <param name="Message">What differs, in a sentence that names the subject.</param>
public sealed record Difference(DifferenceKind Kind, string Subject, string Message)
{
    public string Remedy => RemedyFor(Kind);

    /// <summary>What to do about differences of a kind.</summary>
    public static string RemedyFor(DifferenceKind kind) => kind switch
    {
        DifferenceKind.DatabaseDamaged or DifferenceKind.ReferenceBroken or DifferenceKind.NumberWrong =>
            "The database is damaged: stop the server and restore a backup (newscorpus restore FILE); files that came later are read again by the next run.",
        DifferenceKind.BodyMissing or DifferenceKind.ArticleWrong or DifferenceKind.OriginalMissing =>
            "Read the file again (newscorpus ingest --force PATH); where it is gone, restore a backup.",
        DifferenceKind.StoryWrong => "Run newscorpus reindex --stories: copies are looked for anew, nothing is lost.",
        DifferenceKind.RunWrong => "The report of that run is unreliable, the articles are not touched by it; run again for a true one.",
        DifferenceKind.OriginalDamaged => "Restore a backup. While the file is still there its bytes are not lost: keep it.",
        DifferenceKind.OriginalUnneeded => "Nothing is lost: it only takes room. Please report it with what was done to the corpus before.",
        DifferenceKind.ReceiptWrong => "Delete the receipt and bring it in again from its file (Receipts, From a file); without the file, restore a backup.",
        DifferenceKind.SavedSearchWrong => "Mark the search as looked at (Saved), or save it anew; no article is touched by it.",
        DifferenceKind.FileNew or DifferenceKind.FileChanged or DifferenceKind.FileGone => "The next run takes it up (newscorpus ingest, or start the server).",
        DifferenceKind.FileUnreadable => "Make it readable for the user that runs NewsCorpus; the next run takes it up.",
        DifferenceKind.IndexOfAnother or DifferenceKind.IndexBehind => "The next start brings the index up to the database; newscorpus reindex does it now.",
        _ => "Run newscorpus reindex: the index is made anew from the database, nothing is lost.",
    };
}

/// <summary>How far a check is.</summary>
/// <param name="What">What is looked at: "articles", "originals" and so on.</param>
/// <param name="Total">0 where it is not known.</param>
public sealed record VerifyProgress(string What, long Done, long Total);
