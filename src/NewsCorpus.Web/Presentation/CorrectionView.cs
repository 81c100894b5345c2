using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Presentation;

/// <summary>A correction in the words of the log.</summary>
/// <param name="Subject">Title of the article, name of the outlet or person; its file where the article is not here yet.</param>
/// <param name="Address">Its admin view, or null.</param>
public sealed record CorrectionView(Correction Correction, string Subject, string? Address)
{
    public string What => (Correction.PersonId is not null ? "person " : Correction.EntryKey is null ? "outlet " : "") + Correction.Field switch
    {
        CorrectionFields.State => "set aside",
        CorrectionFields.SameAs => "merge",
        CorrectionFields.Apart => "told apart from",
        CorrectionFields.Nobody => "not a person",
        var other => other,
    };

    public string From => Words.Shorten(CorrectionValue.Describe(Correction.Field, Correction.Before) ?? "—", 120);

    public string To => Words.Shorten(CorrectionValue.Describe(Correction.Field, Correction.Value) ?? "—", 120);

    /// <summary>What it is now, in one word.</summary>
    public string State => Correction switch
    {
        { State: CorrectionState.Reverted } => "reverted",
        { State: CorrectionState.Superseded } => "superseded",
        { IsWaiting: true } => "waiting",
        _ => "in force",
    };

    /// <summary>Address to which a form posts to take it back; null where it is not in force.</summary>
    public string? Revert => Correction.State == CorrectionState.Active && Address is not null ? $"{Address}?handler=revert" : null;
}
