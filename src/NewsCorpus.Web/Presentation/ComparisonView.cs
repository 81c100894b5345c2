using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;

namespace NewsCorpus.Web.Presentation;

/// <summary>A stretch of compared text: in both, only in the earlier (cut), or only in the later (added).</summary>
public sealed record ComparisonPiece(ChangeKind Kind, string Text);

/// <summary>Two articles word by word: what the later one cut, added and changed. Captions, credits, links and what else is the outlet's own are left out.</summary>
/// <param name="Title">The headlines, as one line; changed words stand as cut and added.</param>
/// <param name="Paragraphs">The texts, likewise, by the paragraphs of both.</param>
public sealed record ComparisonView(IReadOnlyList<ComparisonPiece> Title, IReadOnlyList<IReadOnlyList<ComparisonPiece>> Paragraphs, int KeptWords, int CutWords, int AddedWords)
{
    public bool IsSameTitle => Title.All(p => p.Kind == ChangeKind.Kept);

    public static ComparisonView Of(LoadedArticle earlier, LoadedArticle later)
    {
        var (left, right) = (TextOf(earlier), TextOf(later));
        var comparison = TextComparison.Of(earlier.Article.Title, left, later.Article.Title, right);
        return new ComparisonView(
            [.. Pieces(comparison.Title, earlier.Article.Title, later.Article.Title)],
            Cut(Pieces(comparison.Body, left, right)),
            comparison.KeptWords,
            comparison.CutWords,
            comparison.AddedWords);
    }

    /// <summary>The words of an article that a copy of it would have, paragraphs parted by line ends.</summary>
    private static string TextOf(LoadedArticle loaded)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (var block in loaded.Details.Blocks.Where(b => b.IsBody && b.Kind != BlockKind.Note))
        {
            if (text.Length > 0)
                // A dateline shares the line of its paragraph, with a dash between.
                text.Append(loaded.Text.AsSpan(end, block.Start - end) is var between && between.Contains('\n') ? "\n" : between);
            text.Append(loaded.Text, block.Start, block.End - block.Start);
            end = block.End;
        }
        return loaded.Details.Blocks.Count == 0 ? loaded.Text : text.ToString();
    }

    private static IEnumerable<ComparisonPiece> Pieces(IEnumerable<ChangeRun> runs, string left, string right)
    {
        foreach (var run in runs)
        {
            if (run.Kind == ChangeKind.Kept)
            {
                yield return new ComparisonPiece(ChangeKind.Kept, right[run.RightStart..run.RightEnd]);
                continue;
            }
            if (run.LeftStart < run.LeftEnd)
                yield return new ComparisonPiece(ChangeKind.Cut, left[run.LeftStart..run.LeftEnd]);
            if (run.RightStart < run.RightEnd)
                yield return new ComparisonPiece(ChangeKind.Added, right[run.RightStart..run.RightEnd]);
        }
    }

    private static List<IReadOnlyList<ComparisonPiece>> Cut(IEnumerable<ComparisonPiece> pieces)
    {
        var paragraphs = new List<IReadOnlyList<ComparisonPiece>>();
        var open = new List<ComparisonPiece>();
        foreach (var piece in pieces)
        {
            var lines = piece.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    Close();
                if (lines[i].Length > 0)
                    open.Add(piece with { Text = lines[i] });
            }
        }
        Close();
        return paragraphs;

        void Close()
        {
            if (open.Count > 0)
                paragraphs.Add([.. open]);
            open.Clear();
        }
    }
}
