using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Who edits, why, and what they had seen.</summary>
/// <param name="By">Name of the editor.</param>
/// <param name="Note">Why; an edit without a note is refused.</param>
/// <param name="Seen">Revision of the article, or version of the outlet, that the editor had before them; null to edit whatever stands there now.</param>
public sealed record Edit(string By, string Note, long? Seen = null);

public enum EditState
{
    Done = 0,

    /// <summary>The value or the note cannot be taken; <see cref="EditResult.Problem"/> says why.</summary>
    Refused = 1,

    /// <summary>Somebody or a run changed the article or outlet since the editor looked. Nothing was written.</summary>
    Moved = 2,

    /// <summary>There is no such article, outlet or correction.</summary>
    NotFound = 3,
}

/// <summary>What became of an edit.</summary>
/// <param name="Problem">For the editor, in a sentence; null where it is done.</param>
/// <param name="Correction">The correction made or taken back.</param>
public sealed record EditResult(EditState State, string? Problem = null, Correction? Correction = null)
{
    public bool IsDone => State == EditState.Done;

    internal static EditResult Refused(string problem) => new(EditState.Refused, problem);

    internal static EditResult NotFound(string what) => new(EditState.NotFound, $"There is no {what}.");

    internal static EditResult Moved(string what) =>
        new(EditState.Moved, $"The {what} has changed since you opened this page. Look at what it says now, and send your correction again if it still holds.");
}
