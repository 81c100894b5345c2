using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>One value of an article that a run changes, or would change.</summary>
/// <param name="ArticleId">Null for an article that a preview would only make.</param>
/// <param name="Field">"title", "date", "outlet", "people", "tags", "text", "story" (in a preview: the articles it shares its story with) or "details" (blocks, links, evidence).</param>
/// <param name="Before">The value before; null where there was none. For the text, the words around the first difference.</param>
/// <param name="After">The value after, likewise.</param>
/// <param name="Rule">The rule that says so; where none does alone, whether the file has changed or what reads it.</param>
public sealed record ArticleChange(long? ArticleId, string Path, string Title, string Field, string? Before, string? After, string? Rule);

/// <summary>What of an article a reader sees, as words, so that two states can be compared.</summary>
internal sealed record ArticleSnapshot(string Title, string? Date, string? Outlet, string People, string Tags, string Text)
{
    private const int Around = 40;

    public static ArticleSnapshot Of(Article article) => new(
        article.Title,
        article.Date?.ToString(),
        article.Outlet?.Name,
        Names(article.People.Where(p => p is { IsHidden: false, Role: MentionRole.Mentioned or MentionRole.Quoted }).Select(p => p.Person!.Name)),
        Names(article.Tags.Select(t => t.Tag!.Name)),
        article.Body!.Text);

    /// <summary>The differences; one of "details" where the article changed in nothing that a reader sees at once.</summary>
    /// <param name="isOtherFile">Whether the file has other bytes now; else it is read in another way.</param>
    public IEnumerable<ArticleChange> ChangesTo(ArticleSnapshot after, Article article, string path, ArticleReading reading, bool isOtherFile)
    {
        var any = false;
        var ground = isOtherFile ? "the file has changed" : "newer readers or rules";
        foreach (var (field, was, now) in new[]
        {
            (EvidenceFields.Title, Title, after.Title),
            (EvidenceFields.Date, Date, after.Date),
            (EvidenceFields.Outlet, Outlet, after.Outlet),
            (EvidenceFields.People, People, after.People),
            (EvidenceFields.Tags, Tags, after.Tags),
        })
        {
            if (was == now)
                continue;
            any = true;
            var rule = field == EvidenceFields.People ? RulesOf(People, reading) : reading.Evidence.FirstOrDefault(e => (e.Field == field || (field == EvidenceFields.Tags && e.Field == EvidenceFields.Tag)) && e.Value is not null)?.Rule;
            yield return new ArticleChange(article.Id, path, after.Title, field, was, now, rule ?? ground);
        }
        if (Text != after.Text)
        {
            any = true;
            var at = Text.AsSpan().CommonPrefixLength(after.Text);
            yield return new ArticleChange(article.Id, path, after.Title, "text", Excerpt(Text, at), Excerpt(after.Text, at), ground);
        }
        if (!any)
            yield return new ArticleChange(article.Id, path, after.Title, "details", null, null, ground);
    }

    /// <summary>The rules by which people are named who were not among those before; null where there are only fewer now.</summary>
    private static string? RulesOf(string before, ArticleReading reading)
    {
        var known = before.Split(", ").Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        var rules = reading.Mentions.Where(m => m.Person >= 0 && !known.Contains(NameKey.Of(reading.People[m.Person].Name))).Select(m => m.Rule).Distinct(StringComparer.Ordinal).ToList();
        return rules.Count == 0 ? null : string.Join(", ", rules);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Excerpt(string text, int at)
    {
        var start = Math.Max(0, at - Around);
        var end = Math.Min(text.Length, at + Around);
        return (start > 0 ? "…" : "") + text[start..end].ReplaceLineEndings(" ") + (end < text.Length ? "…" : "");
    }
}
