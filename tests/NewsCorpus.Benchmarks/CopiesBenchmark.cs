using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;

namespace NewsCorpus.Benchmarks;

/// <summary>How well copies are told from other articles. Prints ids and figures, never text.</summary>
internal static class CopiesBenchmark
{
    private static readonly CopyOptions Options = new();

    public static int Run(string[] args)
    {
        var half = args.FirstOrDefault(arg => arg is "tuning" or "testing") ?? "testing";
        var folder = args.FirstOrDefault(arg => arg is not ("tuning" or "testing")) ?? "/work/shared/data";
        var path = Path.Combine(folder, "articles-2000.jsonl.gz");
        if (!File.Exists(path))
        {
            Console.WriteLine($"{path} is not there.");
            return 3;
        }
        var articles = Read(path);
        Edits(articles, half);
        Traps(articles, half);
        var pairs = Path.Combine(folder, "copies-semeval.jsonl.gz");
        if (File.Exists(pairs))
            Judged(pairs, half);
        Cost(articles);
        return 0;
    }

    /// <summary>Which half an item belongs to depends on its id alone.</summary>
    private static bool IsIn(string half, string id)
    {
        uint hash = 17;
        foreach (var c in id)
            hash = (hash * 31 + c) * 2654435761u;
        return (hash >> 16) % 2 == 0 == (half == "tuning");
    }

    private static List<RealArticle> Read(string path)
    {
        var result = new List<RealArticle>();
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var paragraphs = root.GetProperty("content_original").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            result.Add(new RealArticle(result.Count + 1, root.GetProperty("ID").GetString()!, root.GetProperty("title").GetString()!, paragraphs));
        }
        return result;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static void Edits(List<RealArticle> articles, string half)
    {
        var used = articles.Where(article => IsIn(half, article.Id)).ToList();
        var corpus = new CopyCorpus(Options);
        var natural = new Dictionary<long, HashSet<long>>();
        Console.WriteLine($"# {half} half: {used.Count} of {articles.Count} articles of articles-2000; each edited in {CopyEdits.Kinds.Length} ways and looked up among all {articles.Count}");
        Console.WriteLine("## pairs among the real articles");
        foreach (var article in articles)
        {
            var text = CopyText.Of(article.Content(), article.Title);
            foreach (var match in corpus.Match(article.Number, text))
            {
                var other = articles[(int)match.ArticleId - 1];
                Console.WriteLine($"  {article.Number,5} {other.Number,5}  {match.Kind,-12} J {match.Similarity:0.00} C {match.Containment:0.00} {(match.Groups ? "" : "linked only")}");
                natural.TryAdd(article.Number, []);
                natural.TryAdd(match.ArticleId, []);
                natural[article.Number].Add(match.ArticleId);
                natural[match.ArticleId].Add(article.Number);
            }
            corpus.Add(article.Number, text, corpus.StoryOf(article.Number));
        }
        Console.WriteLine("## edits");
        Console.WriteLine($"  {"edit",-32} {"copies",6} {"found",6} {"linked",6} {"wrong",6} {"precision",9} {"recall",7} {"F1",6}   candidates looked at, mean");
        var worst = new List<(double Containment, string What)>();
        foreach (var kind in CopyEdits.Kinds)
        {
            int made = 0, found = 0, linked = 0, wrong = 0;
            long candidates = 0;
            foreach (var article in used)
            {
                var random = new Random(article.Number * 31 + kind.Length);
                var other = articles[random.Next(articles.Count)];
                var text = CopyText.Of(CopyEdits.Content(CopyEdits.Edit(kind, article, other, random)));
                var matches = corpus.Match(0, text);
                candidates += corpus.LastCandidates;
                made++;
                var right = matches.FirstOrDefault(match => match.ArticleId == article.Number);
                if (right is not null)
                    linked++;
                if (right is { Groups: true })
                    found++;
                else if (right is null)
                    worst.Add(Missed(corpus, kind, article, text));
                foreach (var match in matches.Where(match => match.ArticleId != article.Number && !natural.GetValueOrDefault(article.Number, []).Contains(match.ArticleId)))
                {
                    wrong++;
                    worst.Add((1, $"{kind}: {article.Number} taken for {match.ArticleId}, {match.Kind} C {match.Containment:0.00}"));
                }
            }
            var precision = found + wrong == 0 ? 1 : (double)found / (found + wrong);
            var recall = (double)found / made;
            Console.WriteLine($"  {kind,-32} {made,6} {found,6} {linked,6} {wrong,6} {precision,9:0.0000} {recall,7:0.0000} {2 * precision * recall / (precision + recall),6:0.0000}   {(double)candidates / made:0.0}");
        }
        Console.WriteLine("## worst ten");
        foreach (var (containment, what) in worst.OrderByDescending(entry => entry.Containment).Take(10))
            Console.WriteLine($"  C {containment:0.00} {what}");
    }

    private static (double Containment, string What) Missed(CopyCorpus corpus, string kind, RealArticle article, CopyText text)
    {
        var (own, _, whole, article2, _) = corpus.Overlap(article.Number, text);
        return (Math.Max(whole.Containment, article2.Containment),
            $"{kind}: {article.Number} {article.Id} of {article.Words} words missed; shared {whole.Shared} of {whole.Words}, unquoted {own.Shared} of {own.Words}{(corpus.Shares(article.Number, text) ? "" : ", no key shared")}");
    }

    /// <summary>Pairs of different articles that share words: none may be taken for copies.</summary>
    private static void Traps(List<RealArticle> articles, string half)
    {
        var used = articles.Where(article => IsIn(half, article.Id) && article.Words >= 300).ToList();
        var matcher = new CopyMatcher(Options);
        Console.WriteLine($"## different articles that share words ({half} half)");
        var traps = new (string Name, Func<RealArticle, RealArticle, bool, string[]> Make)[]
        {
            ("250 own words, a quotation of 200", (a, shared, _) => [.. CopyEdits.Prefix(a.Paragraphs, 150), Quoted(shared, 200), .. Tail(a, 100)]),
            ("250 own words, a quotation of 400", (a, shared, _) => [.. CopyEdits.Prefix(a.Paragraphs, 150), Quoted(shared, 400), .. Tail(a, 100)]),
            ("a statement of 300 as itself and quoted with 250", (a, shared, first) => first ? CopyEdits.Prefix(shared.Paragraphs, 300) : [.. CopyEdits.Prefix(a.Paragraphs, 150), Quoted(shared, 300), .. Tail(a, 100)]),
            ("250 own words, a background of 250", (a, shared, _) => [.. CopyEdits.Prefix(a.Paragraphs, 250), .. CopyEdits.Prefix(shared.Paragraphs, 250)]),
            ("150 own words, a closing boilerplate of 300", (a, shared, _) => [.. CopyEdits.Prefix(a.Paragraphs, 150), .. CopyEdits.Prefix(shared.Paragraphs, 300)]),
            ("150 own words, an opening boilerplate of 150", (a, shared, _) => [.. CopyEdits.Prefix(shared.Paragraphs, 150), .. CopyEdits.Prefix(a.Paragraphs, 150)]),
        };
        foreach (var (name, make) in traps)
        {
            var merged = 0;
            for (var i = 0; i + 2 < used.Count; i += 3)
            {
                var left = CopyText.Of(CopyEdits.Content(make(used[i], used[i + 2], true)));
                var right = CopyText.Of(CopyEdits.Content(make(used[i + 1], used[i + 2], false)));
                if (matcher.Compare(left, right) is not null)
                    merged++;
            }
            Console.WriteLine($"  {name,-50} {used.Count / 3,5} pairs, {merged} merged");
        }
        foreach (var (own, repeated, isKnown) in new[] { (100, 60, false), (100, 200, false), (60, 300, false), (60, 300, true) })
        {
            var corpus = new CopyCorpus(Options);
            var merged = 0;
            for (var i = 1; i < used.Count; i++)
            {
                var text = CopyText.Of(CopyEdits.Content([.. CopyEdits.Prefix(used[i].Paragraphs, own), .. CopyEdits.Prefix(used[0].Paragraphs, repeated)]));
                merged += corpus.Match(i, text, isKnown ? 1 : null).Count > 0 ? 1 : 0;
                corpus.Add(i, text, corpus.StoryOf(i));
            }
            Console.WriteLine($"  {$"articles of {own} words with the same {repeated}, outlet {(isKnown ? "known" : "unknown")}",-50} {used.Count - 1,5} articles, {merged} merged");
        }
    }

    private static string Quoted(RealArticle article, int words) =>
        "“" + string.Join(' ', CopyEdits.Words(CopyEdits.Prefix(article.Paragraphs, words))).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal) + "”";

    private static string[] Tail(RealArticle article, int words) => [string.Join(' ', CopyEdits.Words(article.Paragraphs).TakeLast(words))];

    private static void Judged(string path, string half)
    {
        var matcher = new CopyMatcher(Options);
        var buckets = new SortedDictionary<int, (int Pairs, int Merged)>();
        Console.WriteLine($"## pairs judged by people: copies-semeval (all; {half} half in brackets where merged)");
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var id = root.GetProperty("pair_id").GetString()!;
            var score = double.Parse(root.GetProperty("overall").ToString());
            var left = CopyText.Of(new ArticleContent(root.GetProperty("text1").GetString()!, [], []));
            var right = CopyText.Of(new ArticleContent(root.GetProperty("text2").GetString()!, [], []));
            var match = matcher.Compare(left, right);
            var bucket = (int)Math.Floor(score);
            var (pairs, merged) = buckets.GetValueOrDefault(bucket);
            buckets[bucket] = (pairs + 1, merged + (match is null ? 0 : 1));
            var overlap = CopyOverlap.Measure(left, right, [], Options.ShingleWords);
            if (match is not null || Math.Max(overlap.Left.Containment, overlap.Right.Containment) > 0.15)
                Console.WriteLine($"  {id} score {score:0.00} {(match is null ? "apart" : match.Kind)} C {overlap.Left.Containment:0.00} {overlap.Right.Containment:0.00} whole {overlap.LeftWhole.Containment:0.00} {overlap.RightWhole.Containment:0.00} {(match is not null && score > 2 ? "SCORE ABOVE 2" : "")}{(IsIn(half, id) ? $" [{half}]" : "")}");
        }
        foreach (var (bucket, (pairs, merged)) in buckets)
            Console.WriteLine($"  score {bucket} to {bucket + 1}: {merged} of {pairs} merged");
    }

    private static void Cost(List<RealArticle> articles)
    {
        var contents = articles.ConvertAll(article => article.Content());
        var characters = contents.Sum(content => (long)content.Text.Length);
        var bytes = contents.Sum(content => (long)CopyFingerprint.Of(content, null, Options).ToBytes().Length);
        // Processor time, since other programs may share the machine.
        var started = Processor();
        const int Rounds = 5;
        for (var round = 0; round < Rounds; round++)
            foreach (var content in contents)
                CopyFingerprint.Of(content, null, Options);
        Console.WriteLine($"## cost: fingerprints {Rounds * characters / 1e6 / (Processor() - started).TotalSeconds:0} MB/s (one thread, million characters a second of processor time), {(double)bytes / contents.Count:0} bytes an article, {contents.Average(content => CopyFingerprint.Of(content, null, Options).BandKeys.Count):0.0} keys an article");
        var corpus = new CopyCorpus(Options);
        var vocabulary = CopyEdits.Words(articles.SelectMany(article => article.Paragraphs));
        var random = new Random(1);
        long candidates = 0, compared = 0;
        var since = 0;
        started = Processor();
        for (var i = 1; i <= 100_000; i++)
        {
            // Synthetic articles: phrases of three to twelve words out of the real ones, and one line in five repeated by the outlet.
            var words = new List<string>();
            while (words.Count < 150)
            {
                var start = random.Next(vocabulary.Length - 12);
                words.AddRange(vocabulary.AsSpan(start, random.Next(3, 12)));
            }
            var outlet = i % 20;
            var text = CopyText.Of(CopyEdits.Content([string.Join(' ', words), string.Join(' ', CopyEdits.Prefix(articles[outlet].Paragraphs, 30))]));
            corpus.Match(i, text);
            candidates += corpus.LastCandidates;
            compared += corpus.LastLoaded;
            since++;
            corpus.Add(i, text, corpus.StoryOf(i));
            if (i is 1_000 or 10_000 or 100_000)
            {
                Console.WriteLine($"  up to {i,7} synthetic articles: {(double)candidates / since:0.00} candidates, {(double)compared / since:0.00} compared, {(Processor() - started).TotalMilliseconds / since:0.000} ms an article (with its making), {corpus.Stories} stories");
                (candidates, compared, since) = (0, 0, 0);
                started = Processor();
            }
        }
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
