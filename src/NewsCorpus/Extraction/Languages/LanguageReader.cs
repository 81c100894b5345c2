using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Languages;

/// <summary>
/// Reads the language of an article: what the file states, else what the text says. Where the two clearly differ both are kept, each with a note: what stands for a whole site or feed (the lang of
/// a page, the language of a feed) is often a template's default and gives way to the text; what is said of the article itself holds.
/// </summary>
public static class LanguageReader
{
    private const int MaxExcerpt = 120;

    /// <summary>Said of the article, before what is said of the page or feed around it.</summary>
    private static readonly string[] Keys = ["lang", "inlanguage", "language", "content-language", "dc.language", "og:locale", "locale"];

    public static LanguageFinding Read(ArticleDraft draft, ArticleContent content)
    {
        var stated = Stated(draft);
        var guess = LanguageIdentifier.Read(content);
        if (stated is not var (field, code))
            return guess is { } only ? new LanguageFinding(only.Code, FactKind.Derived, [InText(content, only, null)]) : new LanguageFinding(null, FactKind.Unknown, []);
        if (guess is not { IsClear: true } read || read.Code == code)
            return new LanguageFinding(code, FactKind.Stated, [InFile(field, code, null)]);
        var textNote = $"The file states {LanguageCodes.NameOf(code)} ({field.Place}: \"{field.Value}\").";
        var fileNote = $"The text reads as {LanguageCodes.NameOf(read.Code)}.";
        return IsOfTheSite(field)
            ? new LanguageFinding(read.Code, FactKind.Derived, [InText(content, read, textNote), InFile(field, code, fileNote)])
            : new LanguageFinding(code, FactKind.Stated, [InFile(field, code, fileNote), InText(content, read, textNote)]);
    }

    private static (StatedField Field, string Code)? Stated(ArticleDraft draft)
    {
        foreach (var key in Keys)
            foreach (var field in draft.Fields)
                if (field.Key == key && LanguageCodes.Read(field.Value) is { } code)
                    return (field, code);
        return null;
    }

    /// <summary>What a page's template or a feed says of all its articles.</summary>
    private static bool IsOfTheSite(StatedField field) => field.Origin is "html lang" or "meta tag" or "JSON-LD" || field.Origin.Contains("feed", StringComparison.OrdinalIgnoreCase);

    private static Evidence InFile(StatedField field, string code, string? note) => new(EvidenceFields.Language, code, FactKind.Stated, field.Place, field.Excerpt, Line: field.Line, Note: note);

    private static Evidence InText(ArticleContent content, LanguageGuess guess, string? note)
    {
        var block = content.Blocks.FirstOrDefault(b => b.IsBody && b.Kind is not (BlockKind.Byline or BlockKind.Dateline or BlockKind.Headline)) ?? content.Blocks[0];
        var end = Math.Min(block.End, block.Start + MaxExcerpt);
        if (end < block.End)
        {
            // No word is cut in two where there are spaces, and no character outside of the basic plane.
            var space = content.Text.AsSpan(block.Start, end - block.Start + 1).LastIndexOf(' ');
            end = space > 0 ? block.Start + space : end - (char.IsHighSurrogate(content.Text[end - 1]) ? 1 : 0);
        }
        return new Evidence(EvidenceFields.Language, guess.Code, FactKind.Derived, guess.Rule, content.Text[block.Start..end], block.Start, end, Note: note);
    }
}
