using System.Collections.ObjectModel;
using AngleSharp.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure.Pages;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Reduces HTML to blocks of text. Walks the tree without recursion; only text, safe links and emphasis come through.</summary>
internal sealed class HtmlBlocks
{
    private const int MaxHref = 2048;

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "details", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "caption", "tbody", "thead", "tfoot", "tr", "ul",
    };

    private readonly BlockBuilder builder = new();
    private readonly Uri? address;
    private readonly Stack<Frame> frames = new();
    private IReadOnlyDictionary<IElement, BlockKind?> apart = ReadOnlyDictionary<IElement, BlockKind?>.Empty;
    private Context context;

    private HtmlBlocks(Uri? address) => this.address = address;

    /// <param name="html">A page or a fragment of one. Of a page only its article is read.</param>
    /// <param name="address">Absolute address that relative links are resolved against, or null.</param>
    public static List<RawBlock> Read(string html, Uri? address)
    {
        using var document = HtmlSource.Parse(html);
        var reading = new HtmlBlocks(address);
        if (document.Body is not { } body)
            return [];
        if (document.Head is not { ChildElementCount: > 0 })
        {
            reading.Walk(body);
            return reading.builder.Blocks;
        }
        var article = PageArticle.Find(document, body);
        if (article.Stated is { } stated)
            return stated.Contains("</", StringComparison.Ordinal) || stated.Contains("<br", StringComparison.OrdinalIgnoreCase) ? Read(stated, address) : PlainTextBlocks.Read(stated);
        foreach (var (part, kind) in article.Opening)
            reading.Walk(part, kind);
        reading.apart = article.Apart;
        reading.Walk(article.Root!);
        return PageEdges.Trim(reading.builder.Blocks);
    }

    public static bool IsBlock(IElement element) => BlockElements.Contains(element.LocalName);

    private void Walk(IElement root, BlockKind kind = BlockKind.Paragraph)
    {
        context = new(kind, kind == BlockKind.Heading ? 1 : 0, 0, false);
        var path = new Stack<(INode Node, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var place))
        {
            if (place.Next >= place.Node.ChildNodes.Length)
            {
                if (path.Count > 0)
                    Leave((IElement)place.Node);
                continue;
            }
            path.Push((place.Node, place.Next + 1));
            var child = place.Node.ChildNodes[place.Next];
            if (child is IText text)
                AppendText(text.Data);
            else if (child is IElement element && !HtmlRoles.IsHidden(element) && !(apart.TryGetValue(element, out var part) && part is null))
            {
                Enter(element);
                path.Push((element, 0));
            }
        }
        Flush();
    }

    private void AppendText(string text)
    {
        if (!context.KeepLines)
        {
            builder.Append(text);
            return;
        }
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (range.Start.Value > 0 && builder.Break())
                Flush();
            builder.Append(text.AsSpan()[range]);
        }
    }

    private void Enter(IElement element)
    {
        var name = element.LocalName;
        var isBlock = BlockElements.Contains(name);
        var role = apart.GetValueOrDefault(element) is { } known ? known : isBlock || name is "span" or "small" or "cite" or "time" ? HtmlRoles.Of(element) : null;
        // A credit within a caption is marked up inline as often as not, and so are links and notices between paragraphs.
        isBlock |= role is BlockKind.Credit && context.Kind == BlockKind.Caption || apart.ContainsKey(element);
        SpanKind? span = null;
        string? href = null;
        switch (name)
        {
            case "br":
                if (builder.Break())
                    Flush();
                break;
            case "hr":
                Flush();
                break;
            case "td" or "th" when !builder.IsEmpty:
                builder.Append(" | ");
                break;
            case "a":
                href = SafeAddress(element.GetAttribute("href"));
                span = href is null ? null : SpanKind.Link;
                break;
            case "b" or "strong":
                span = SpanKind.Strong;
                break;
            case "i" or "em":
                span = SpanKind.Emphasis;
                break;
        }
        if (isBlock)
            Flush();
        frames.Push(new Frame(context, isBlock, span is not null));
        if (isBlock)
            context = Inside(name, role);
        if (span is { } kind)
            builder.Open(kind, href);
        if (element.ClassList.Contains("footnote-ref"))
            builder.Append(" ");
    }

    private void Leave(IElement element)
    {
        var frame = frames.Pop();
        if (frame.HasSpan)
            builder.Close();
        if (frame.IsBlock)
            Flush();
        context = frame.Outer;
        if (element.LocalName is "option" or "summary")
            builder.Append(" ");
    }

    private Context Inside(string name, BlockKind? role)
    {
        var inner = context with { KeepLines = context.KeepLines || name is "pre" };
        if (name is "ul" or "ol" or "menu")
            inner = inner with { Depth = context.Depth + 1 };
        // What a caption, a related link or furniture holds is part of it, but for the credit.
        if (context.Kind >= BlockKind.Caption)
            return role is BlockKind.Credit ? inner with { Kind = BlockKind.Credit } : inner;
        if (role is { } kind)
            return inner with { Kind = kind, Level = 0 };
        return name switch
        {
            "li" => inner with { Kind = BlockKind.List, Level = Math.Max(1, inner.Depth) },
            "blockquote" => inner with { Kind = BlockKind.Quote, Level = 0 },
            ['h', >= '1' and <= '6'] => inner with { Kind = BlockKind.Heading, Level = name[1] - '0' },
            _ => inner,
        };
    }

    private void Flush() => builder.Flush(context.Kind, context.Level);

    private string? SafeAddress(string? href)
    {
        if (string.IsNullOrWhiteSpace(href) || href.Length > MaxHref || href.TrimStart().StartsWith('#'))
            return null;
        var uri = Uri.TryCreate(href.Trim(), UriKind.Absolute, out var absolute) && !absolute.IsFile ? absolute
            : address is not null && Uri.TryCreate(address, href.Trim(), out var resolved) ? resolved
            : null;
        return uri?.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
    }

    /// <param name="Depth">How many lists are open.</param>
    private readonly record struct Context(BlockKind Kind, int Level, int Depth, bool KeepLines);

    private readonly record struct Frame(Context Outer, bool IsBlock, bool HasSpan);
}
