using System.Text;
using Microsoft.AspNetCore.Html;
using NewsCorpus.Articles;
using NewsCorpus.Search.Snippets;

namespace NewsCorpus.Web.Presentation;

/// <summary>
/// Turns stretches of an article's text into HTML: people as links to their page, the article's own links and emphasis, and a place to jump to
/// for every piece of evidence. All text is encoded here, and nothing else of the file reaches the page.
/// </summary>
/// <remarks>
/// Annotations may overlap in any way (a name inside a link, a link that ends inside an emphasis), HTML may not. So a stretch is cut at every
/// edge of every annotation, and each piece gets its own elements. Where a name stands inside a link, the name leads to the person, and the
/// link follows it as an arrow if no other word of it is left.
/// </remarks>
public sealed class InlineMarkup
{
    private readonly string _text;
    private readonly LoadedArticle _article;
    private readonly List<StoredMention> _mentions = [];
    private readonly List<(int Start, int End)> _marks;
    private readonly IReadOnlyList<TextMatch> _hits;
    private readonly int _hitsBefore;

    /// <param name="hits">What a search asked for; none where nobody searched.</param>
    public InlineMarkup(LoadedArticle article, ArticleHits? hits = null)
    {
        _hits = hits?.Text ?? [];
        _hitsBefore = hits?.Title.Count ?? 0;
        _article = article;
        _text = article.Text;
        var end = 0;
        foreach (var mention in article.Details.Mentions.Where(m => IsShown(m.Start, m.End) && article.PersonOf(m) is not null).OrderBy(m => m.Start))
            if (mention.Start >= end)
            {
                _mentions.Add(mention);
                end = mention.End;
            }
        var places = article.Details.Evidence.Where(e => e is { Start: { } from, End: { } to } && IsShown(from, to)).Select(e => (e.Start!.Value, e.End!.Value));
        _marks = Nested(places.Concat(article.Details.Quotations.Where(q => IsShown(q.Start, q.End)).Select(q => (q.Start, q.End))));
    }

    /// <summary>Id of the element at which the words of a piece of evidence begin.</summary>
    public static string EvidenceId(int start, int end) => $"t{start}-{end}";

    /// <summary>Id of the element of a mention that begins there.</summary>
    public static string MentionId(int start) => $"m{start}";

    /// <summary>Id of the element at which a hit begins.</summary>
    /// <param name="number">From 1, those of the title first.</param>
    public static string HitId(int number) => $"hit-{number}";

    /// <summary>The title with the hits marked.</summary>
    public static IHtmlContent Title(string title, ArticleHits hits)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var (number, hit) in hits.Title.Index())
        {
            html.Append(PageEncoder.Html.Encode(title[at..hit.Start]));
            OpenHit(html, number + 1, isStart: true);
            html.Append(PageEncoder.Html.Encode(title[hit.Start..hit.End])).Append("</mark>");
            at = hit.End;
        }
        return new HtmlString(html.Append(PageEncoder.Html.Encode(title[at..])).ToString());
    }

    /// <summary>True where the words of the evidence can be jumped to.</summary>
    public bool HasPlace(Evidence evidence) => evidence is { Start: { } start, End: { } end } && _marks.Contains((start, end));

    /// <summary>True where the words of the quotation can be jumped to.</summary>
    public bool HasPlace(StoredQuotation quotation) => _marks.Contains((quotation.Start, quotation.End));

    /// <summary>True where a mention that begins there can be jumped to.</summary>
    public bool HasPlace(int start) => _mentions.Exists(m => m.Start == start);

    public IHtmlContent Of(Block block) => Of(block.Start, block.End);

    public IHtmlContent Of(int start, int end)
    {
        var html = new StringBuilder(end - start + 64);
        var at = start;
        // The places of evidence nest (see Nested), so their ends close in the order of a stack. One that runs into the next block ends with this one.
        var open = new Stack<int>();
        foreach (var mark in _marks)
        {
            if (mark.Start < start || mark.Start >= end)
                continue;
            CloseUpTo(mark.Start);
            WritePieces(html, at, mark.Start);
            at = mark.Start;
            html.Append("<span class=\"evidence\" id=\"").Append(EvidenceId(mark.Start, mark.End)).Append("\">");
            open.Push(Math.Min(mark.End, end));
        }
        CloseUpTo(end);
        WritePieces(html, at, end);
        return new HtmlString(html.ToString());

        void CloseUpTo(int place)
        {
            while (open.TryPeek(out var close) && close <= place)
            {
                WritePieces(html, at, close);
                html.Append("</span>");
                at = open.Pop();
            }
        }
    }

    private void WritePieces(StringBuilder html, int start, int end)
    {
        if (start >= end)
            return;
        var spans = _article.Details.Spans.Where(s => s.Start < end && s.End > start && IsPlace(s.Start, s.End)).ToList();
        var mentions = _mentions.Where(m => m.Start < end && m.End > start).ToList();
        var cuts = new SortedSet<int> { start, end };
        foreach (var edge in spans.SelectMany(s => new[] { s.Start, s.End }).Concat(mentions.SelectMany(m => new[] { m.Start, m.End })))
            cuts.Add(Math.Clamp(edge, start, end));
        foreach (var hit in _hits)
        {
            if (hit.End <= start || hit.Start >= end)
                continue;
            cuts.Add(Math.Max(hit.Start, start));
            cuts.Add(Math.Min(hit.End, end));
        }

        var at = start;
        foreach (var cut in cuts)
        {
            if (cut > at)
                WritePiece(html, at, cut, spans, mentions);
            at = cut;
        }
    }

    private void WritePiece(StringBuilder html, int start, int end, List<InlineSpan> spans, List<StoredMention> mentions)
    {
        var mention = mentions.Find(m => m.Start <= start && m.End >= end);
        var link = spans.Find(s => s.Kind == SpanKind.Link && s.Start <= start && s.End >= end && IsSafe(s.Href));
        var strong = spans.Exists(s => s.Kind == SpanKind.Strong && s.Start <= start && s.End >= end);
        var emphasis = spans.Exists(s => s.Kind == SpanKind.Emphasis && s.Start <= start && s.End >= end);

        if (mention is not null)
        {
            var person = _article.PersonOf(mention)!;
            html.Append("<a class=\"person\"");
            if (start == mention.Start)
                html.Append(" id=\"").Append(MentionId(mention.Start)).Append('"');
            html.Append(" href=\"").Append(Addresses.Person(person.Id, person.Slug)).Append("\">");
        }
        else if (link is not null)
            OpenLink(html, link);
        if (strong)
            html.Append("<strong>");
        if (emphasis)
            html.Append("<em>");
        var hit = HitAt(start);
        if (hit >= 0)
            OpenHit(html, _hitsBefore + hit + 1, start == _hits[hit].Start);
        html.Append(PageEncoder.Html.Encode(_text[start..end]).Replace("&#xA;", "<br>", StringComparison.Ordinal));
        if (hit >= 0)
            html.Append("</mark>");
        if (emphasis)
            html.Append("</em>");
        if (strong)
            html.Append("</strong>");
        if (mention is not null || link is not null)
            html.Append("</a>");
        if (mention is not null && link is not null && end == link.End && IsCoveredByMentions(link, mentions))
        {
            OpenLink(html, link);
            html.Append("<span aria-hidden=\"true\">↗</span><span class=\"hidden\"> (the article’s own link)</span></a>");
        }
    }

    /// <summary>The pieces of one hit, which another element may part, share a number; the first has the id.</summary>
    private static void OpenHit(StringBuilder html, int number, bool isStart)
    {
        html.Append("<mark class=\"hit\" data-hit=\"").Append(number).Append('"');
        if (isStart)
            html.Append(" id=\"").Append(HitId(number)).Append('"');
        html.Append('>');
    }

    private int HitAt(int place)
    {
        var (low, high) = (0, _hits.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_hits[middle].End <= place)
                low = middle + 1;
            else if (_hits[middle].Start > place)
                high = middle - 1;
            else
                return middle;
        }
        return -1;
    }

    private static void OpenLink(StringBuilder html, InlineSpan link) =>
        html.Append("<a class=\"out\" rel=\"noreferrer noopener nofollow\" href=\"").Append(PageEncoder.Html.Encode(link.Href!)).Append("\">");

    private bool IsCoveredByMentions(InlineSpan link, List<StoredMention> mentions)
    {
        for (var i = link.Start; i < link.End; i++)
            if (char.IsLetterOrDigit(_text[i]) && !mentions.Exists(m => m.Start <= i && m.End > i))
                return false;
        return true;
    }

    /// <summary>Extraction lets only these through; an attribute is no place to rely on it.</summary>
    public static bool IsSafe(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private bool IsPlace(int start, int end) => start >= 0 && start < end && end <= _text.Length;

    /// <summary>In a block that the page shows in the text; the headline stands above it, as the title.</summary>
    private bool IsShown(int start, int end) => IsPlace(start, end) && _article.Details.Blocks.Any(b => start >= b.Start && start < b.End && b.Kind != BlockKind.Headline);

    /// <summary>The places in order, outer before inner, without those that would cross an earlier one.</summary>
    private static List<(int Start, int End)> Nested(IEnumerable<(int Start, int End)> places)
    {
        var kept = new List<(int Start, int End)>();
        var open = new Stack<int>();
        foreach (var place in places.Distinct().OrderBy(p => p.Start).ThenByDescending(p => p.End))
        {
            while (open.TryPeek(out var end) && end <= place.Start)
                open.Pop();
            if (open.TryPeek(out var outer) && place.End > outer)
                continue;
            open.Push(place.End);
            kept.Add(place);
        }
        return kept;
    }
}
