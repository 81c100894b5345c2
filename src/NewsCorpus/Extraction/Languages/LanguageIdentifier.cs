using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Languages;

/// <summary>What a text is written in.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Rule">How it is known, in words a reader understands.</param>
/// <param name="IsClear">True where the text is long enough and far enough from any other language to speak against what a file states.</param>
internal readonly record struct LanguageGuess(string Code, string Rule, bool IsClear);

/// <summary>Tells the language of a text by its script, and where several languages share it by runs of characters. Says nothing of texts that are short or could be several languages. Safe for threads.</summary>
internal static class LanguageIdentifier
{
    /// <summary>Characters that are looked at first, and where those are not clear.</summary>
    private const int FirstLook = 300;
    private const int SecondLook = 1200;

    private const int MinLetters = 40;
    private const int ClearLetters = 150;

    /// <summary>Below these leads over the second language, in points a character, nothing is said, or what is said is not clear.</summary>
    private const double MinLead = 0.35;
    private const double ClearLead = 1.2;

    /// <summary>A script with so few of the letters is a quotation or a name.</summary>
    private const double MainShare = 0.6;

    public static LanguageGuess? Read(ArticleContent content) => Read(content, LanguageModel.Embedded);

    public static LanguageGuess? Read(string text) => Read(text, LanguageModel.Embedded);

    /// <summary>With weights that are not embedded; for training.</summary>
    internal static LanguageGuess? Read(string text, LanguageModel model) => Read(new ArticleContent(text, [new Block(BlockKind.Paragraph, 0, text.Length)], []), model);

    private static LanguageGuess? Read(ArticleContent content, LanguageModel model)
    {
        var look = Read(content, model, FirstLook);
        return look is { IsClear: true } ? look : Read(content, model, SecondLook) ?? look;
    }

    private static LanguageGuess? Read(ArticleContent content, LanguageModel model, int limit)
    {
        Span<char> buffer = stackalloc char[limit];
        Span<int> scripts = stackalloc int[Scripts.Count];
        var sample = new LanguageSample(buffer, scripts);
        foreach (var block in content.Blocks)
            if (block.IsBody && block.Kind is not (BlockKind.Byline or BlockKind.Dateline) && !sample.IsFull)
                sample.Add(content.Of(block));
        var script = sample.MainScript();
        var isMain = sample.Of(script) >= MainShare * sample.Letters;
        if (script == Script.None || !(isMain || script >= Script.Hangul))
            return null;
        if (Scripts.LanguageOf(script) is { } only)
            return sample.Of(script) >= MinLetters / 4 ? new LanguageGuess(only, "script of the text", isMain && sample.Of(script) >= MinLetters) : null;
        if (sample.Letters < MinLetters)
            return null;
        var table = model[script];
        var (best, second, score, lead) = table.Read(sample.Text);
        // Two spellings of one language do not compete.
        var code = LanguageCodes.Read(table.Languages[best])!;
        var isOne = second >= 0 && LanguageCodes.Read(table.Languages[second]) == code;
        if (score <= 0 || (lead < MinLead && !isOne))
            return null;
        return new LanguageGuess(code, "letters of the text", sample.Letters >= ClearLetters && (lead >= ClearLead || isOne));
    }
}
