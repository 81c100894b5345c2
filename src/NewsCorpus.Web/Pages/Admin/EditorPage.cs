using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Pages.Admin;

/// <summary>What the forms of editors have in common: a note, and what the editor had seen when the page was made.</summary>
public abstract class EditorPage : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Revision or version of what the editor had seen.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    /// <summary>The value that the editor had seen in the field of the form.</summary>
    [BindProperty]
    public string? SeenValue { get; set; }

    /// <summary>When the editor's page was made.</summary>
    [BindProperty]
    public DateTimeOffset? SeenAt { get; set; }

    [TempData]
    public string? Notice { get; set; }

    /// <summary>The field whose form was not taken: it shows again what was typed. Null on a page that was only asked for.</summary>
    public string? Failed { get; private set; }

    /// <summary>True where somebody or a run was faster: the page says what is different.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The note typed in a form that was not taken.</summary>
    public string? NoteOf(string field) => Failed == field ? Note : null;

    protected Edit Edit => new(User.Identity!.Name!, Note ?? "", Seen);

    /// <summary>Sends the browser on where the edit is done; else notes what is wrong and returns null, and the page is to be shown again.</summary>
    protected IActionResult? Answer(EditResult result, string field, string notice, string address)
    {
        switch (result.State)
        {
            case EditState.Done:
                Notice = notice;
                return LocalRedirect(address);
            case EditState.NotFound:
                return NotFound();
            default:
                Failed = field;
                HasMoved = result.State == EditState.Moved;
                ModelState.AddModelError(field, result.Problem!);
                return null;
        }
    }

    /// <summary>Lines or list items as typed, without the empty ones.</summary>
    protected static IReadOnlyList<string> Filled(IEnumerable<string?>? values) => [.. (values ?? []).Select(v => v?.Trim()).OfType<string>().Where(v => v.Length > 0)];
}
