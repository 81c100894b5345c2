using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>A quoted span with its place in the grammar around it.</summary>
/// <param name="Paragraph">Index into <see cref="QuotedArticle.Paragraphs"/>.</param>
/// <param name="Token">Token of the span in that paragraph.</param>
/// <param name="Attribution">The cue of its own sentence, or null.</param>
internal sealed record FramedSpan(QuotedSpan Span, int Paragraph, int Token, Attribution? Attribution);

/// <summary>The body of an article as the quotation rules see it.</summary>
internal sealed class QuotedArticle
{
    private QuotedArticle(string text, List<Paragraph> paragraphs, List<FramedSpan> spans)
    {
        Text = text;
        Paragraphs = paragraphs;
        Spans = spans;
    }

    public string Text { get; }

    public IReadOnlyList<Paragraph> Paragraphs { get; }

    /// <summary>Every span in quotation marks, in order.</summary>
    public IReadOnlyList<FramedSpan> Spans { get; }

    public static QuotedArticle Read(ArticleContent content)
    {
        var quoted = QuotationMarkScanner.Scan(content);
        var paragraphs = new List<Paragraph>();
        var spans = new List<FramedSpan>(quoted.Count);
        var next = 0;
        for (var b = 0; b < content.Blocks.Count; b++)
        {
            if (!QuotationMarkScanner.IsRead(content.Blocks[b].Kind))
                continue;
            var p = Paragraph.Read(content, b, quoted, ref next);
            for (var t = 0; t < p.Count; t++)
                if (p.IsQuotation(t))
                {
                    var span = quoted[p.Tokens[t].Span];
                    spans.Add(new FramedSpan(span, paragraphs.Count, t, Attributions.Of(p, t, EndsOpen(content.Text, span))));
                }
            paragraphs.Add(p);
        }
        return new QuotedArticle(content.Text, paragraphs, spans);
    }

    /// <summary>The quotation breaks off so that its cue can follow: "..., she said", "...?" she asked.</summary>
    private static bool EndsOpen(string text, QuotedSpan span)
    {
        var last = text[span.End - 1];
        if (last is '\'' or '’' && span.Length > 1)
            last = text[span.End - 2];
        if (last is ',' or '?' or '!' or '…' or '—' or '–' or '-')
            return true;
        var next = span.Close;
        while (next < text.Length && text[next] == ' ')
            next++;
        return next < text.Length && text[next] is ',' or '—' or '–';
    }
}
