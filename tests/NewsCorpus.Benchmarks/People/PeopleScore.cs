using System.Diagnostics;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Exact-span precision, recall and F1 for persons, and the speed of tokenising, features and both passes: tokens per second of processor time, on a second reading.</summary>
internal sealed record PeopleScore(int Right, int Found, int Wanted, double TokensPerSecond)
{
    public double Precision => (double)Right / Math.Max(1, Found);

    public double Recall => (double)Right / Math.Max(1, Wanted);

    public double F1 => 2.0 * Right / Math.Max(1, Found + Wanted);

    public PeopleScore And(PeopleScore other) => new(Right + other.Right, Found + other.Found, Wanted + other.Wanted, Math.Min(TokensPerSecond, other.TokensPerSecond));

    /// <param name="errors">Where given, takes a line for each span that is too much (+) or missing (-).</param>
    public static PeopleScore Of(PersonTagger tagger, IReadOnlyList<LabelledDocument> documents, List<string>? errors) => Of(
        documents,
        document =>
        {
            var text = new TokenisedText(document.Text, document.Lines());
            var labels = tagger.Label(text);
            return (Spans(text, labels), labels.Length);
        },
        errors);

    /// <summary>The mentions that the program gives in the end: the shipped tagger and the rules after it.</summary>
    public static PeopleScore OfMentions(IReadOnlyList<LabelledDocument> documents, List<string>? errors)
    {
        var recogniser = new PersonRecogniser();
        return Of(
            documents,
            document =>
            {
                var content = new ArticleContent(document.Text, [.. document.Lines().Select(l => new Block(BlockKind.Paragraph, l.Start, l.End))], []);
                var tokens = new TokenisedText(document.Text, document.Lines()).Tokens.Length;
                return (recogniser.Recognise(content).Mentions.Select(m => (m.Start, m.End)).ToHashSet(), tokens);
            },
            errors);
    }

    private static PeopleScore Of(IReadOnlyList<LabelledDocument> documents, Func<LabelledDocument, (HashSet<(int Start, int End)> Spans, int Tokens)> find, List<string>? errors)
    {
        int right = 0, found = 0, wanted = 0, tokens = 0;
        foreach (var document in documents)
            find(document);
        var spent = TimeSpan.Zero;
        using var process = Process.GetCurrentProcess();
        foreach (var document in documents)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var (spans, count) = find(document);
            process.Refresh();
            spent += process.TotalProcessorTime - before;
            tokens += count;
            var gold = document.Spans.Where(s => s.Class == 1).Select(s => (s.Start, s.End)).ToHashSet();
            right += spans.Count(gold.Contains);
            found += spans.Count;
            wanted += gold.Count;
            errors?.AddRange(spans.Except(gold).Select(s => $"+ {document.Name} " + Around(document.Text, s)));
            errors?.AddRange(gold.Except(spans).Select(s => $"- {document.Name} " + Around(document.Text, s)));
        }
        return new PeopleScore(right, found, wanted, tokens / spent.TotalSeconds);
    }

    private static HashSet<(int Start, int End)> Spans(TokenisedText text, byte[] labels)
    {
        var spans = new HashSet<(int, int)>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (!Labels.IsPerson(labels[i]))
                continue;
            var from = i;
            while (labels[i] is Labels.PersonBegin or Labels.PersonInside)
                i++;
            spans.Add((text.Tokens[from].Start, text.Tokens[i].End));
        }
        return spans;
    }

    private static string Around(string text, (int Start, int End) span)
    {
        var before = text[Math.Max(0, span.Start - 40)..span.Start];
        var after = text[span.End..Math.Min(text.Length, span.End + 40)];
        return new string([.. $"{before}[[{text[span.Start..span.End]}]]{after}".Where(c => !char.IsSurrogate(c)).Select(c => c == '\n' ? '/' : c)]);
    }
}
