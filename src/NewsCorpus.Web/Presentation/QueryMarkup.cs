using System.Text;
using Microsoft.AspNetCore.Html;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>A query as typed with the places marked that something is to be said of.</summary>
public static class QueryMarkup
{
    public static IHtmlContent Of(string typed, IEnumerable<QueryProblem> problems)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var problem in problems.OrderBy(p => p.Start))
        {
            var start = Math.Clamp(problem.Start, at, typed.Length);
            var end = Math.Clamp(problem.Start + problem.Length, start, typed.Length);
            html.Append(PageEncoder.Html.Encode(typed[at..start]));
            if (end > start)
                html.Append("<mark class=\"wrong\">").Append(PageEncoder.Html.Encode(typed[start..end])).Append("</mark>");
            at = end;
        }
        html.Append(PageEncoder.Html.Encode(typed[at..]));
        return new HtmlString(html.ToString());
    }
}
