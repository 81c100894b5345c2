using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks.Quotations;

/// <summary>An attribution as an annotator marked it; each part may stand in several pieces. Offsets in UTF-16.</summary>
internal sealed record GoldAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <param name="Annotators">One list of attributions an annotator.</param>
internal sealed record PolnearArticle(string Name, string Outlet, ArticleContent Content, IReadOnlyList<IReadOnlyList<GoldAttribution>> Annotators)
{
    /// <summary>Of several annotators the one who agrees best with the others, by the characters marked as content.</summary>
    public IReadOnlyList<GoldAttribution> Gold => Annotators.Count == 1 ? Annotators[0] : Annotators.MaxBy(a => Annotators.Where(b => b != a).Average(b => Agreement(a, b)))!;

    private double Agreement(IReadOnlyList<GoldAttribution> a, IReadOnlyList<GoldAttribution> b)
    {
        var (left, right) = (Marked(a), Marked(b));
        double both = 0, either = 1;
        for (var i = 0; i < left.Length; i++)
        {
            both += left[i] && right[i] ? 1 : 0;
            either += left[i] || right[i] ? 1 : 0;
        }
        return both / either;
    }

    private bool[] Marked(IReadOnlyList<GoldAttribution> attributions)
    {
        var marked = new bool[Content.Text.Length];
        foreach (var span in attributions.SelectMany(a => a.Content))
            Array.Fill(marked, true, span.Start, span.Length);
        return marked;
    }
}

/// <summary>PolNeAR (Newell, Margolin and Ruths, LREC 2018) from the archive ../shared/data/quotations-polnear.tar.gz.</summary>
internal static class PolnearCorpus
{
    public static List<PolnearArticle> Read(string archive)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var annotations = new List<(string Name, string Ann)>();
        using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            using var reader = new StreamReader(entry.DataStream);
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            if (entry.Name.EndsWith(".txt", StringComparison.Ordinal))
                texts[name] = reader.ReadToEnd();
            else if (entry.Name.EndsWith(".ann", StringComparison.Ordinal))
                annotations.Add((name, reader.ReadToEnd()));
        }
        var byArticle = annotations.OrderBy(a => a.Name, StringComparer.Ordinal).ToLookup(a => a.Name[..a.Name.LastIndexOf('_')], a => a.Ann, StringComparer.Ordinal);
        return [.. texts.Where(t => byArticle.Contains(t.Key)).Select(t =>
            new PolnearArticle(t.Key, t.Key[..t.Key.IndexOf('_', StringComparison.Ordinal)], Content(t.Value), [.. byArticle[t.Key].Select(ann => Parse(ann, t.Value))]))];
    }

    /// <summary>One paragraph a line.</summary>
    public static ArticleContent Content(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
                blocks.Add(new Block(BlockKind.Paragraph, start, end));
            start = end + 1;
        }
        return new ArticleContent(text, blocks, []);
    }

    private static List<GoldAttribution> Parse(string ann, string text)
    {
        // The offsets count code points.
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);

        var spans = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var found = new List<GoldAttribution>();
        foreach (var line in ann.Split('\n'))
        {
            var cells = line.Split('\t');
            if (line.StartsWith('T') && cells.Length >= 2)
            {
                var space = cells[1].IndexOf(' ', StringComparison.Ordinal);
                spans[cells[0]] = [.. cells[1][(space + 1)..].Split(';').Select(piece => piece.Split(' '))
                    .Select(ends => new TextSpan(offsets[Number(ends[0])], offsets[Number(ends[1])])).OrderBy(s => s.Start)];
            }
        }
        foreach (var line in ann.Split('\n'))
        {
            var cells = line.Split('\t');
            if (!line.StartsWith('E') || cells.Length < 2)
                continue;
            var roles = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Where(r => r.Length == 2 && spans.ContainsKey(r[1])).ToList();
            List<TextSpan> Role(string role) => [.. roles.Where(r => r[0].TrimEnd('2', '3') == role).SelectMany(r => spans[r[1]]).OrderBy(s => s.Start)];
            if (Role("Content") is { Count: > 0 } content)
                found.Add(new GoldAttribution(Role("Source"), Role("Cue"), content));
        }
        return found;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
