using AngleSharp.Dom;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>The elements of a page in document order, measured in one walk without recursion. Prose is text in sentences, or long enough to be, that is not mostly links.</summary>
internal sealed class PageTree
{
    private const int LongRun = 80;
    private const int ShortRun = 25;

    /// <summary>A part with more of the page's prose than this is the article, whatever it is called.</summary>
    private const double MaxApart = 0.4;
    private const double MaxComments = 0.85;

    /// <summary>What leads to other articles is linked by so much of its text at least.</summary>
    private const double MinLinks = 0.05;

    private readonly List<PageElement> elements = [];
    private readonly StatedBody? stated;
    private readonly List<char> run = [];
    private int linked;
    private int links;

    private PageTree(StatedBody? stated) => this.stated = stated;

    /// <summary>In document order, the root first.</summary>
    public IReadOnlyList<PageElement> Elements => elements;

    public static PageTree Of(IElement root, StatedBody? stated)
    {
        var tree = new PageTree(stated);
        tree.Walk(root);
        tree.SumUp();
        return tree;
    }

    private void Walk(IElement root)
    {
        var path = new Stack<(INode Node, int Next, PageElement Of)>();
        var first = Add(root, null);
        path.Push((root, 0, first));
        // The innermost open block, to which a run of text belongs.
        var blocks = new Stack<PageElement>([first]);
        while (path.TryPop(out var place))
        {
            if (place.Next >= place.Node.ChildNodes.Length)
            {
                if (place.Of.Element.LocalName == "a")
                    links--;
                if (blocks.Peek() == place.Of)
                {
                    EndRun(place.Of);
                    blocks.Pop();
                }
                continue;
            }
            path.Push((place.Node, place.Next + 1, place.Of));
            var child = place.Node.ChildNodes[place.Next];
            if (child is IText text)
                Append(text.Data);
            else if (child is IElement element && !HtmlRoles.IsHidden(element))
            {
                var inner = Add(element, place.Of);
                if (HtmlBlocks.IsBlock(element))
                {
                    EndRun(blocks.Peek());
                    blocks.Push(inner);
                }
                links += element.LocalName == "a" ? 1 : 0;
                path.Push((element, 0, inner));
            }
        }
    }

    private PageElement Add(IElement element, PageElement? parent)
    {
        var added = new PageElement(element, parent, ElementNames.Of(element));
        elements.Add(added);
        return added;
    }

    private void Append(string text)
    {
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace && (run.Count == 0 || run[^1] == ' '))
                continue;
            run.Add(isSpace ? ' ' : c);
            linked += links > 0 ? 1 : 0;
        }
    }

    private void EndRun(PageElement block)
    {
        if (run.Count > 0)
        {
            var text = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(run);
            block.Text += text.Length;
            block.Links += linked;
            if (IsProse(text))
            {
                block.OwnProse += text.Length - linked;
                if (stated is not null && stated.Has(text))
                    block.OwnStated += text.Length;
            }
        }
        run.Clear();
        linked = 0;
    }

    private bool IsProse(ReadOnlySpan<char> text)
    {
        if (linked * 2 > text.Length)
            return false;
        return text.Length >= LongRun || (text.Length >= ShortRun && (Prose.EndsSentence(text) || text.Contains(", ", StringComparison.Ordinal)));
    }

    private void SumUp()
    {
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            var element = elements[i];
            element.AllProse += element.OwnProse;
            element.Stated += element.OwnStated;
            if (element.Parent is { } parent)
            {
                parent.AllProse += element.AllProse;
                parent.Stated += element.Stated;
                parent.Text += element.Text;
                parent.Links += element.Links;
            }
        }
        var all = elements[0].AllProse;
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            var element = elements[i];
            element.IsApart = IsApart(element, all);
            element.Prose += element.OwnProse;
            if (element.Purpose == Purpose.Body)
                element.BodyProse = element.Prose;
            if (element is { IsApart: false, Parent: { } parent })
            {
                parent.Prose += element.Prose;
                parent.BodyProse += element.BodyProse;
            }
        }
    }

    private static bool IsApart(PageElement element, int all)
    {
        var share = all == 0 ? 0 : (double)element.AllProse / all;
        return element.Purpose switch
        {
            Purpose.Comments => share <= MaxComments,
            // What is called a teaser and leads nowhere is the article's own.
            Purpose.Related => share <= MaxApart && element.LinkDensity > MinLinks,
            Purpose.Navigation or Purpose.Furniture => share <= MaxApart,
            _ => share <= MaxApart && (element.Element.LocalName is "nav" or "footer" or "form" or "aside" || element.Element.GetAttribute("aria-hidden") == "true"),
        };
    }
}
