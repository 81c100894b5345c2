using System.Text;

namespace NewsCorpus.Search.Snippets;

/// <summary>Escapes text for HTML and puts <c>&lt;mark&gt;</c> around matches.</summary>
internal static class MarkedText
{
    /// <summary>Appends the stretch; matches that overlap are marked as one. White space of any length becomes one space.</summary>
    /// <param name="matches">In order of their beginnings.</param>
    public static void Append(StringBuilder html, string text, int start, int end, IReadOnlyList<TextMatch> matches)
    {
        var at = start;
        var next = 0;
        while (at < end)
        {
            while (next < matches.Count && matches[next].End <= at)
                next++;
            if (next >= matches.Count || matches[next].Start >= end)
            {
                AppendEscaped(html, text, at, end);
                return;
            }
            var markStart = Math.Max(at, matches[next].Start);
            var markEnd = matches[next].End;
            while (next + 1 < matches.Count && matches[next + 1].Start < markEnd)
                markEnd = Math.Max(markEnd, matches[++next].End);
            markEnd = Math.Min(markEnd, end);
            AppendEscaped(html, text, at, markStart);
            html.Append("<mark>");
            AppendEscaped(html, text, markStart, markEnd);
            html.Append("</mark>");
            at = markEnd;
        }
    }

    private static void AppendEscaped(StringBuilder html, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                default:
                    if (!char.IsWhiteSpace(c))
                        html.Append(c);
                    else if (html.Length == 0 || html[^1] != ' ')
                        html.Append(' ');
                    break;
            }
        }
    }
}
