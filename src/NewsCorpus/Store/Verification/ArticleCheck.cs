using NewsCorpus.Articles;

namespace NewsCorpus.Store.Verification;

/// <summary>Whether the stored values of one article agree with each other.</summary>
internal static class ArticleCheck
{
    /// <returns>What is wrong, each as the end of a sentence that begins with the article.</returns>
    public static IEnumerable<string> Faults(Article article, ArticleBody body)
    {
        var text = body.Text;
        var details = body.Details;
        if (article.TextHash != ArticleFill.HashOf(text))
            yield return "has a text that is not the one that was stored (its hash differs)";
        if (article.Title.Length == 0)
            yield return "has no title";
        if (article.Day is not null && article.DateKind == FactKind.Unknown)
            yield return "has a date that nobody says";
        if (article.OutletId is not null && article.OutletKind == FactKind.Unknown)
            yield return "has an outlet that nobody says";
        var end = 0;
        foreach (var block in details.Blocks)
        {
            if (!Fits(block.Start, block.End) || block.Start < end)
            {
                yield return $"has a {block.Kind} block at {block.Start} to {block.End} that lies outside of its text or over another block";
                break;
            }
            end = block.End;
        }
        foreach (var span in details.Spans.Where(s => !Fits(s.Start, s.End)).Take(1))
            yield return $"has a link or emphasis at {span.Start} to {span.End}, outside of its text";
        foreach (var mention in details.Mentions.Where(m => !Fits(m.Start, m.End) || !text.AsSpan(m.Start, m.End - m.Start).SequenceEqual(m.Text)).Take(1))
            yield return $"names “{mention.Text}” at {mention.Start} to {mention.End}, where its text does not";
        foreach (var quotation in details.Quotations.Where(q => !Fits(q.Start, q.End)).Take(1))
            yield return $"has a quotation at {quotation.Start} to {quotation.End}, outside of its text";
        foreach (var evidence in details.Evidence.Where(e => e.Start is not null || e.End is not null).Where(e => !Fits(e.Start ?? -1, e.End ?? -1)).Take(1))
            yield return $"has evidence for its {evidence.Field} at {evidence.Start} to {evidence.End}, outside of its text";

        bool Fits(int from, int to) => from >= 0 && from <= to && to <= text.Length;
    }

    /// <summary>False where a part is missing, as no program ever stores them.</summary>
    public static bool IsWhole(ArticleDetails? details) =>
        details is { Blocks: not null, Spans: not null, Mentions: not null, Quotations: not null, Contributors: not null, Evidence: not null, Notes: not null };

    /// <summary>The people whom places in the text point to.</summary>
    public static IEnumerable<int> PeopleOf(ArticleDetails details) =>
        details.Mentions.Select(m => m.PersonId).Concat(details.Quotations.Select(q => q.SpeakerId)).OfType<int>();
}
