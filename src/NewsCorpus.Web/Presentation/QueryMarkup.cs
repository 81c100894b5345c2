using System.Text;
using Microsoft.AspNetCore.Html;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>A query as typed with the places that could not be read marked.</summary>
public static class QueryMarkup
{
    public static IHtmlContent Of(QueryReading query)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var problem in query.Problems.OrderBy(p => p.Start))
        {
            var start = Math.Clamp(problem.Start, at, query.Typed.Length);
            var end = Math.Clamp(problem.Start + problem.Length, start, query.Typed.Length);
            html.Append(PageEncoder.Html.Encode(query.Typed[at..start]));
            if (end > start)
                html.Append("<mark class=\"wrong\">").Append(PageEncoder.Html.Encode(query.Typed[start..end])).Append("</mark>");
            at = end;
        }
        html.Append(PageEncoder.Html.Encode(query.Typed[at..]));
        return new HtmlString(html.ToString());
    }
}
