using AngleSharp.Dom;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>An element of a page with what stands in it, in characters.</summary>
internal sealed class PageElement(IElement element, PageElement? parent, Purpose purpose)
{
    public IElement Element { get; } = element;

    /// <summary>Null for the root.</summary>
    public PageElement? Parent { get; } = parent;

    public Purpose Purpose { get; } = purpose;

    /// <summary>Prose that stands in no smaller block.</summary>
    public int OwnProse { get; set; }

    /// <summary>Of <see cref="OwnProse"/>, what the page's metadata state to be the article's words.</summary>
    public int OwnStated { get; set; }

    /// <summary>All text, and that of it that is linked.</summary>
    public int Text { get; set; }

    public int Links { get; set; }

    /// <summary>All prose, whatever it is for.</summary>
    public int AllProse { get; set; }

    /// <summary>Prose, without that of parts which stand apart from an article.</summary>
    public int Prose { get; set; }

    public int Stated { get; set; }

    /// <summary>Of <see cref="Prose"/>, what stands in elements named for the body of an article.</summary>
    public int BodyProse { get; set; }

    /// <summary>Set for a part that stands apart from the article around it.</summary>
    public bool IsApart { get; set; }

    public double LinkDensity => Text == 0 ? 0 : (double)Links / Text;
}
