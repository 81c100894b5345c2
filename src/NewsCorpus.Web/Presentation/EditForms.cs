using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>The end of every form of an editor: the note, what they had seen, and the button.</summary>
/// <param name="Field">Makes the ids of the form's elements unique.</param>
/// <param name="Seen">Revision or version of what the page shows.</param>
/// <param name="SeenValue">The field's value on the page, or null.</param>
/// <param name="IsMain">True for the button that the page is for.</param>
/// <param name="Note">What was typed in a form that was not taken; else null.</param>
public sealed record EditEnd(string Field, long Seen, string? SeenValue, string Button, bool IsMain, string? Note);

/// <summary>The form that takes a correction back; nothing where there is none.</summary>
/// <param name="Action">Address of the page.</param>
/// <param name="Failed">True where it was not taken, and is shown open again.</param>
public sealed record RevertForm(string Field, long Seen, string Action, Correction? Correction, bool Failed, string? Note);
