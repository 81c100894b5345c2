using System.Net;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Titles;

/// <summary>
/// Gives every article a title: the stated one, tidied; else the headline that opens the text; else its first sentence, whole up to <see cref="MaxSentence"/> characters or cut
/// at a clause or a word. Never a caption, credit, byline or dateline.
/// </summary>
public static class TitleReader
{
    /// <summary>The title of a text without any words.</summary>
    public const string NoText = "(no text)";

    /// <summary>Longest derived title in characters.</summary>
    public const int MaxSentence = 90;

    private const int MaxStated = 500;

    /// <summary>Longest line of a text that can be its stated title, in characters.</summary>
    internal const int MaxStatedHeadline = 150;
    private const int MaxExcerpt = 300;

    public static TitleFinding Read(ArticleDraft draft, ArticleContent content)
    {
        foreach (var key in (ReadOnlySpan<string>)["title", "headline", "og:title", "twitter:title", "dc.title", "subject"])
            if (BestField(draft, key) is { } field && Tidy(field, draft) is { Length: > 0 } title)
                return new TitleFinding(title, FactKind.Stated, new Evidence(EvidenceFields.Title, title, FactKind.Stated, field.Place, field.Excerpt, Line: field.Line), null);
        if (HeadlineFinder.Find(content) is { } headline)
        {
            var words = Collapse(content.Of(headline));
            return new TitleFinding(words, FactKind.Derived, InText(content, words, "headline that opens the text", headline.Start, headline.End), headline);
        }
        foreach (var block in content.Blocks)
            if (block.IsBody && block.Kind is not (BlockKind.Byline or BlockKind.Dateline) && FirstSentence(content, block) is { } sentence)
            {
                var words = ClauseCut.To(Collapse(content.Text.AsSpan(sentence.Start, sentence.Length)), MaxSentence);
                return new TitleFinding(words, FactKind.Derived, InText(content, words, "first sentence", sentence.Start, sentence.End), null);
            }
        return new TitleFinding(NoText, FactKind.Derived, new Evidence(EvidenceFields.Title, NoText, FactKind.Derived, "no words", ""), null);
    }

    /// <summary>A page states its own headline before the title of its window, which often has more than the headline in it.</summary>
    private static StatedField? BestField(ArticleDraft draft, string key)
    {
        if (draft.Field(key) is not { } field)
            return null;
        return field.Origin == "title element" ? draft.Field("headline", "og:title", "twitter:title") ?? field : field;
    }

    private static string Tidy(StatedField field, ArticleDraft draft)
    {
        var value = field.Value.Contains('&') ? WebUtility.HtmlDecode(field.Value) : field.Value;
        var title = Collapse(value.Length > MaxStated ? value.AsSpan(0, MaxStated) : value);
        return field.Origin is "title element" or "meta tag" ? SiteSuffix.Cut(title, draft.Field("og:site_name", "publisher")?.Value) : title;
    }

    private static TextSpan? FirstSentence(ArticleContent content, Block block)
    {
        foreach (var sentence in SentenceSplitter.Split(content, block))
            if (content.Text.AsSpan(sentence.Start, sentence.Length).ContainsLetterOrDigit())
                return sentence;
        return null;
    }

    private static Evidence InText(ArticleContent content, string title, string rule, int start, int end)
    {
        var shown = Math.Min(end, start + MaxExcerpt);
        return new Evidence(EvidenceFields.Title, title, FactKind.Derived, rule, content.Text[start..shown], start, shown);
    }

    /// <summary>One space for each run of white space.</summary>
    internal static string Collapse(ReadOnlySpan<char> words) => string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
