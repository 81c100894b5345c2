using System.IO.Compression;
using NewsCorpus.Extraction.Quotations;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks.Quotations;

/// <summary>Trains the weights of quotations.model on annotated articles.</summary>
internal static class QuotationTrainer
{
    public static void Train(IReadOnlyList<PolnearArticle> articles, Stream output)
    {
        var speech = new List<(int[], bool)>();
        var speakers = new List<(int[][], bool[])>();
        var starts = new List<(int[], bool)>();
        var ends = new List<(int[][], bool[])>();
        var tails = new List<(int[], bool)>();
        foreach (var article in articles)
        {
            var quoted = QuotedArticle.Read(article.Content);
            var gold = article.Gold;
            var spoken = Speech(quoted, gold, speech);
            Speakers(quoted, spoken, gold, speakers);
            Reported(quoted, gold, starts, ends, tails);
        }
        Console.WriteLine($"{speech.Count} quoted spans, {speakers.Count} speakers, {starts.Count} starts, {ends.Count} ends, {tails.Count} tails");
        using var writer = new BinaryWriter(new BrotliStream(output, CompressionLevel.SmallestSize));
        Binary(speech, writer);
        Groups(speakers, writer);
        Binary(starts, writer);
        Groups(ends, writer);
        Binary(tails, writer);
    }

    private static List<int> Speech(QuotedArticle quoted, IReadOnlyList<GoldAttribution> gold, List<(int[], bool)> examples)
    {
        var features = new FeatureList();
        var spoken = new List<int>();
        for (var i = 0; i < quoted.Spans.Count; i++)
        {
            var span = quoted.Spans[i].Span;
            var covered = gold.SelectMany(g => g.Content).Sum(c => Math.Max(0, Math.Min(c.End, span.End) - Math.Max(c.Start, span.Start)));
            var isSpeech = covered * 2 > span.Length;
            if (isSpeech)
                spoken.Add(i);
            QuotationFeatures.Speech(quoted, i, features);
            examples.Add((features.Places.ToArray(), isSpeech));
        }
        return spoken;
    }

    private static void Speakers(QuotedArticle quoted, List<int> spoken, IReadOnlyList<GoldAttribution> gold, List<(int[][], bool[])> groups)
    {
        var pieces = GoldSpans.Quoted(quoted.Text, gold);
        var voices = new SpeakerCandidate?[spoken.Count];
        var candidates = new List<SpeakerCandidate>();
        var features = new FeatureList();
        for (var i = 0; i < spoken.Count; i++)
        {
            var framed = quoted.Spans[spoken[i]];
            DirectQuotations.Candidates(quoted, spoken, voices, i, candidates);
            if (candidates.Count == 0)
                continue;
            voices[i] = candidates[0];
            var trimmed = GoldSpans.Trim(quoted.Text, new TextSpan(framed.Span.Start, framed.Span.End));
            var match = SpanScore.Match([trimmed], [.. pieces.Select(g => g.Span)], exact: false);
            if (match.Count == 0 || pieces[match[0].Expected].Attribution.Source is not { Count: > 0 } source)
                continue;
            var right = candidates.Select(c => GoldSpeakers.Is(quoted.Text, quoted.Paragraphs[c.Paragraph].Tokens[c.Phrase.First].Start, quoted.Paragraphs[c.Paragraph].Tokens[c.Phrase.Last].End, source)).ToArray();
            var chosen = Array.IndexOf(right, true);
            if (chosen < 0)
                continue;
            voices[i] = candidates[chosen];
            var described = new int[candidates.Count][];
            DirectQuotations.Describe(quoted, framed, candidates, features, c => described[c] = features.Places.ToArray());
            groups.Add((described, right));
        }
    }

    private static void Reported(QuotedArticle quoted, IReadOnlyList<GoldAttribution> gold, List<(int[], bool)> starts, List<(int[][], bool[])> ends, List<(int[], bool)> tails)
    {
        var contents = GoldSpans.Reported(quoted.Text, gold).ToLookup(g => g.Span.Start, g => g.Span);
        var features = new FeatureList();
        var candidates = new List<int>();
        foreach (var p in quoted.Paragraphs)
            for (var sentence = 0; sentence < p.Count;)
            {
                var next = sentence;
                while (next < p.Count && p.SameSentence(sentence, next))
                    next++;
                var last = IndirectQuotations.LastWord(p, sentence, next);
                var opening = Gold(p, sentence);
                for (var c = sentence + 2; c < last; c++)
                    if (IndirectQuotations.IsTailBoundary(p, c))
                    {
                        IndirectFeatures.Tail(p, p[c] is "," ? c : c - 1, sentence, last, features);
                        tails.Add((features.Places.ToArray(), opening is { } o && Math.Abs(End(p, IndirectQuotations.LastWord(p, sentence, c)) - o.End) <= 3));
                    }
                for (var i = sentence + 1; i < last; i++)
                {
                    if (!IndirectQuotations.MayStart(p, i, sentence))
                        continue;
                    var content = Gold(p, i);
                    IndirectFeatures.Start(p, i, sentence, features);
                    starts.Add((features.Places.ToArray(), content is not null));
                    if (content is not { } span)
                        continue;
                    IndirectFeatures.Ends(p, i, candidates);
                    var right = candidates.Select(j => Math.Abs(End(p, j) - span.End) <= 2 || (j == last && span.End > p.Tokens[last].End)).ToArray();
                    if (!right.Contains(true))
                        continue;
                    ends.Add(([.. candidates.Select(j =>
                    {
                        IndirectFeatures.End(p, i, j, last, features);
                        return features.Places.ToArray();
                    })], right));
                }
                sentence = next;
            }

        TextSpan? Gold(Paragraph p, int token)
        {
            var (start, end) = (p.Tokens[token].Start, p.Tokens[token].End);
            if (contents[start].Any())
                return contents[start].First();
            if (!p.IsQuotation(token))
                return null;
            var inner = GoldSpans.Trim(quoted.Text, new TextSpan(start, end)).Start;
            return contents[inner].FirstOrDefault(s => s.End > end + 2) is { Length: > 0 } found ? found : null;
        }

        static int End(Paragraph p, int token) => p.IsQuotation(token) ? p.Tokens[token].End - 1 : p.Tokens[token].End;
    }

    private static void Binary(List<(int[], bool)> examples, BinaryWriter writer)
    {
        var trainer = new LogisticTrainer(epochs: 5, minimumCount: 3, rate: 0.03f, decay: 1e-4f);
        trainer.Fit(examples);
        LinearModel.Write(writer, trainer.Weights, trainer.Bias);
    }

    private static void Groups(List<(int[][], bool[])> groups, BinaryWriter writer)
    {
        var trainer = new LogisticTrainer(epochs: 5, minimumCount: 3, rate: 0.03f, decay: 1e-4f);
        trainer.Fit(groups);
        LinearModel.Write(writer, trainer.Weights, trainer.Bias);
    }
}
