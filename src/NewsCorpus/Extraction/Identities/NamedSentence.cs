using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Identities;

/// <summary>The sentence in which an article names somebody.</summary>
/// <param name="Text">At most 300 characters.</param>
/// <param name="Start">Offset in the article's text.</param>
/// <param name="End">Offset just past what <paramref name="Text"/> has of it.</param>
public sealed record NamedSentence(string Text, int Start, int End)
{
    private const int Longest = 300;

    /// <param name="named">The name as the rules read it.</param>
    /// <param name="words">Words that the sentence should have too, if any does.</param>
    /// <returns>Null where the article's text does not name them.</returns>
    public static NamedSentence? Of(ArticleBody body, int named, string? words = null)
    {
        NamedSentence? first = null;
        foreach (var mention in body.Details.Mentions.Where(m => m.PersonId == named))
        {
            var sentence = Around(body, mention);
            if (words is null || sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
                return sentence;
            first ??= sentence;
        }
        return first;
    }

    private static NamedSentence Around(ArticleBody body, StoredMention mention)
    {
        var block = body.Details.Blocks.FirstOrDefault(b => b.Start <= mention.Start && b.End >= mention.End);
        var span = block is null ? default : SentenceSplitter.Split(body.Text.AsSpan(block.Start, block.End - block.Start), block.Start).Find(s => s.Start <= mention.Start && s.End > mention.Start);
        var (start, end) = span.End > span.Start ? (span.Start, span.End) : (mention.Start, mention.End);
        // A very long sentence is cut around the name.
        if (end - start > Longest)
        {
            start = Math.Max(start, Math.Min(mention.Start - Longest / 2, end - Longest));
            end = Math.Min(end, start + Longest);
            start += char.IsLowSurrogate(body.Text[start]) ? 1 : 0;
            end -= char.IsHighSurrogate(body.Text[end - 1]) ? 1 : 0;
        }
        return new NamedSentence(body.Text[start..end], start, end);
    }
}
