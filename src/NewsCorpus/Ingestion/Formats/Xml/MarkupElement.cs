using System.Net;
using System.Text;

namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>An element of an XML file. Children are elements and strings in file order.</summary>
/// <param name="Name">Local name; before it the short name of its vocabulary and a colon where that is not the vocabulary of the file itself: "title", "dc:creator", "media:credit".</param>
/// <param name="LocalName">Name without anything before it.</param>
/// <param name="Line">Line of the file, from 1.</param>
internal sealed record MarkupElement(string Name, string LocalName, int Line, IReadOnlyList<(string Name, string Value)> Attributes)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "li", "br", "tr", "td", "h1", "h2", "h3", "h4", "blockquote", "block", "hl1", "hl2",
    };

    public MarkupElement? Parent { get; init; }

    public List<object> Nodes { get; } = [];

    public IEnumerable<MarkupElement> Children => Nodes.OfType<MarkupElement>();

    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value;
        return null;
    }

    public IEnumerable<MarkupElement> All(string name) => Children.Where(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public MarkupElement? First(string name) => All(name).FirstOrDefault();

    /// <summary>First element with a local name at any depth, in file order, itself included.</summary>
    public MarkupElement? Find(string localName) => Descendants().FirstOrDefault(e => e.LocalName.Equals(localName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Itself and all elements below, in file order. No recursion.</summary>
    public IEnumerable<MarkupElement> Descendants()
    {
        var open = new Stack<MarkupElement>();
        open.Push(this);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var i = element.Nodes.Count - 1; i >= 0; i--)
                if (element.Nodes[i] is MarkupElement child)
                    open.Push(child);
        }
    }

    /// <summary>Value of an attribute here or at the nearest element above that has it: "xml:lang", "xml:base".</summary>
    public string? Inherited(string attribute)
    {
        for (var element = this; element is not null; element = element.Parent)
            if (element.Attribute(attribute) is { } value)
                return value;
        return null;
    }

    /// <summary>All text in it, blocks parted by a space.</summary>
    public string Text
    {
        get
        {
            if (Nodes is [string only])
                return only;
            var text = new StringBuilder();
            Walk(text, (t, s) => t.Append(s), (t, e) => Part(t, e), (t, e) => Part(t, e));
            return text.ToString();

            static void Part(StringBuilder text, MarkupElement element)
            {
                if (Blocks.Contains(element.LocalName) && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                    text.Append(' ');
            }
        }
    }

    /// <summary>Its content as HTML: elements without vocabularies, text escaped.</summary>
    public string InnerHtml
    {
        get
        {
            var html = new StringBuilder();
            Walk(html, (h, s) => h.Append(WebUtility.HtmlEncode(s)), Open, (h, e) => h.Append("</").Append(e.LocalName).Append('>'));
            return html.ToString();
        }
    }

    /// <summary>Visits the content in file order. No recursion.</summary>
    public void Walk<T>(T state, Action<T, string> text, Action<T, MarkupElement> enter, Action<T, MarkupElement> leave)
    {
        var open = new Stack<(MarkupElement Element, int Next)>();
        open.Push((this, 0));
        while (open.TryPop(out var place))
        {
            var (element, next) = place;
            if (next == element.Nodes.Count)
            {
                if (open.Count > 0)
                    leave(state, element);
                continue;
            }
            open.Push((element, next + 1));
            if (element.Nodes[next] is string words)
            {
                text(state, words);
            }
            else if (element.Nodes[next] is MarkupElement child)
            {
                enter(state, child);
                open.Push((child, 0));
            }
        }
    }

    private static void Open(StringBuilder html, MarkupElement element)
    {
        html.Append('<').Append(element.LocalName);
        foreach (var (name, value) in element.Attributes)
            if (!name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
                html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        html.Append('>');
    }
}
