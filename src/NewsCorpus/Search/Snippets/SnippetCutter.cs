using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Snippets;

/// <summary>Cuts from an article what shows best why it was found: one passage, or two where one does not have all that was asked for; the beginning where nothing of the text matches.</summary>
internal sealed class SnippetCutter(MatchFinder finder)
{
    /// <summary>Characters of a snippet.</summary>
    private const int Length = 250;

    /// <summary>A match further than this from the beginning of its sentence starts the passage nearer to itself.</summary>
    private const int LeadIn = 110;

    /// <summary>Passages that are weighed; a longer article's later ones are not.</summary>
    private const int MaxCandidates = 400;

    /// <summary>The snippet as HTML.</summary>
    public string Cut(string text, IReadOnlyList<Block> blocks)
    {
        var passages = Passages(text, blocks, static b => b.IsBody, QueryField.Text);
        if (passages.Count == 0)
            passages = Passages(text, blocks, static b => b.Kind is BlockKind.Caption or BlockKind.Credit, QueryField.Caption);
        if (passages.Count == 0)
            return Beginning(text, blocks);
        var best = passages.MaxBy(p => p.Score)!;
        var second = passages.Where(p => (p.Clauses & ~best.Clauses) != 0).MaxBy(p => System.Numerics.BitOperations.PopCount(p.Clauses & ~best.Clauses) * 100 + p.Score);
        var html = new StringBuilder();
        if (second is null)
        {
            Append(html, text, best, Length);
            return html.ToString();
        }
        var (first, last) = best.Start < second.Start ? (best, second) : (second, best);
        Append(html, text, first, Length / 2);
        if (html[^1] != '…')
            html.Append(" …");
        html.Append(' ');
        Append(html, text, last, Length / 2, follows: true);
        return html.ToString();
    }

    /// <summary>The title as HTML.</summary>
    public string Mark(string title)
    {
        var html = new StringBuilder();
        MarkedText.Append(html, title, 0, title.Length, finder.Find(title, 0, title.Length, QueryField.Title));
        return html.ToString();
    }

    private List<Passage> Passages(string text, IReadOnlyList<Block> blocks, Func<Block, bool> isWanted, QueryField field)
    {
        var passages = new List<Passage>();
        foreach (var block in blocks)
        {
            if (!isWanted(block) || passages.Count >= MaxCandidates)
                continue;
            var matches = finder.Find(text, block.Start, block.End, field);
            var sentence = block.Start;
            var m = 0;
            while (m < matches.Count && passages.Count < MaxCandidates)
            {
                for (var next = SentenceBreaks.Next(text, sentence, block.End); next <= matches[m].Start && next < block.End; next = SentenceBreaks.Next(text, sentence, block.End))
                    sentence = next;
                var start = matches[m].Start - sentence <= LeadIn ? sentence : WordStartAfter(text, matches[m].Start - (LeadIn / 2), matches[m].Start);
                passages.Add(Weigh(start, sentence, block, matches, m, passages.Count));
                // The next candidate begins with the first match of a later sentence, or of the rest of a very long one.
                var covered = Math.Max(SentenceBreaks.Next(text, sentence, block.End), matches[m].End);
                covered = Math.Min(covered, start + Length);
                do
                    m++;
                while (m < matches.Count && matches[m].Start < covered);
            }
        }
        return passages;
    }

    private static Passage Weigh(int start, int sentence, Block block, List<TextMatch> matches, int first, int order)
    {
        var clauses = 0UL;
        var count = 0;
        for (var m = first; m < matches.Count && matches[m].End <= start + Length; m++)
        {
            clauses |= 1UL << matches[m].Clause;
            count++;
        }
        // Even a first match longer than the passage counts.
        if (count == 0)
            clauses = 1UL << matches[first].Clause;
        var score = (System.Numerics.BitOperations.PopCount(clauses) * 100) + (Math.Min(count, 6) * 5) - Math.Min(order, 20) + (start == sentence ? 3 : 0);
        return new(start, block, matches, clauses, score, start > block.Start && start != sentence);
    }

    private static void Append(StringBuilder html, string text, Passage passage, int length, bool follows = false)
    {
        var end = Math.Min(passage.Block.End, passage.Start + length);
        if (end < passage.Block.End)
            end = WordEndBefore(text, end, passage.Start);
        if (passage.IsMidSentence && !follows)
            html.Append("… ");
        MarkedText.Append(html, text, passage.Start, end, passage.Matches);
        if (end < passage.Block.End)
            html.Append(" …");
    }

    private static string Beginning(string text, IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        var left = Length;
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Standfirst or BlockKind.Paragraph or BlockKind.List or BlockKind.Quote or BlockKind.Note))
                continue;
            if (html.Length > 0)
                html.Append(' ');
            var end = block.End - block.Start <= left ? block.End : WordEndBefore(text, block.Start + left, block.Start);
            MarkedText.Append(html, text, block.Start, end, []);
            left -= end - block.Start;
            if (end < block.End)
                html.Append(" …");
            if (end < block.End || left < 40)
                break;
        }
        return html.ToString();
    }

    /// <summary>The last end of a word at or before <paramref name="limit"/>; the limit itself inside a word without end, but never between the halves of a character.</summary>
    private static int WordEndBefore(string text, int limit, int start)
    {
        var end = limit;
        while (end > start && !char.IsWhiteSpace(text[end]))
            end--;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            return end;
        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static int WordStartAfter(string text, int from, int limit)
    {
        while (from < limit && !char.IsWhiteSpace(text[from]))
            from++;
        while (from < limit && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    /// <param name="Clauses">One bit for each clause that the passage has.</param>
    private sealed record Passage(int Start, Block Block, IReadOnlyList<TextMatch> Matches, ulong Clauses, int Score, bool IsMidSentence);
}
