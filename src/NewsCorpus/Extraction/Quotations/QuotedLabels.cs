namespace NewsCorpus.Extraction.Quotations;

/// <summary>Quoted words that by their place name something rather than report anything: no model is asked about them.</summary>
internal static class QuotedLabels
{
    private const int MaximumWords = 3;

    /// <summary>
    /// A nickname inside a name (Bartholomew “Barty” Quill), a label before the noun that it marks (the “ghost gate” scheme), or a title in capitals after
    /// "told", "on" or a possessive (told “The Morning Desk”).
    /// </summary>
    public static bool Is(string text, Paragraph p, int q, QuotedSpan span)
    {
        var (words, capitals) = (0, 0);
        var inside = text.AsSpan(span.Start, span.Length).Trim(".,!?’'");
        foreach (var range in inside.Split(' '))
        {
            var word = inside[range];
            if (word.Length == 0)
                continue;
            words++;
            capitals += char.IsUpper(word[0]) || FunctionWords.IsPreposition(word) || FunctionWords.IsDeterminer(word) ? 1 : 0;
        }
        var before = p.SameSentence(q - 1, q) ? p.Class(q - 1) : WordClass.Outside;
        var after = p.SameSentence(q, q + 1) ? p.Class(q + 1) : WordClass.Outside;
        var isTitle = words > 0 && capitals == words && char.IsUpper(inside[0]);
        if (isTitle && words <= MaximumWords && p.IsCapital(q - 1) && after == WordClass.Name && p.IsWord(q - 1))
            return true;
        var marksNoun = after is WordClass.Name or WordClass.Other || (after == WordClass.Plural && p[q - 1] is "'s" or "’s" or "'" or "’");
        if (words <= MaximumWords && marksNoun && before is not (WordClass.Outside or WordClass.Comma or WordClass.Quotation or WordClass.Colon)
            && text[span.End - 1] is not (',' or '.' or '!' or '?') && !ReportingVerbs.IsStrong(p[q - 1]))
            return true;
        return isTitle && words >= 2 && words <= 2 * MaximumWords && (p[q - 1] is "'s" or "’s" or "on" or "told" or "tells" or "telling" or "titled" or "entitled");
    }
}
