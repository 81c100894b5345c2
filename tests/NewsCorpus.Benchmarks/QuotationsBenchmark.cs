using NewsCorpus.Benchmarks.Quotations;
using NewsCorpus.Extraction.Quotations;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// `-- quotations`: how well quotations and their speakers are found in PolNeAR. The outlets nyt and west-journal are kept out of all tuning and training.
/// Spans are compared without the marks and punctuation at their ends. A quotation over several paragraphs, or split by its cue, is as many spans.
/// </summary>
internal static class QuotationsBenchmark
{
    private static readonly string[] _heldOut = ["nyt", "west-journal"];

    private sealed class Scores
    {
        public SpanScore DirectExact { get; } = new();

        public SpanScore DirectTolerant { get; } = new();

        public SpanScore QuotedExact { get; } = new();

        public SpanScore QuotedTolerant { get; } = new();

        public SpanScore IndirectExact { get; } = new();

        public SpanScore IndirectTolerant { get; } = new();

        public SpanScore SpeechExact { get; } = new();

        public SpanScore SpeechTolerant { get; } = new();

        public int IndirectSpeakersRight { get; set; }

        public int IndirectSpeakers { get; set; }

        public int SpeakersRight { get; set; }

        public int Speakers { get; set; }

        public void Print(string title)
        {
            Console.WriteLine(title);
            Console.WriteLine($"  direct, exact       {DirectExact}");
            Console.WriteLine($"  direct, tolerant    {DirectTolerant}");
            Console.WriteLine($"  quoted, exact       {QuotedExact}");
            Console.WriteLine($"  quoted, tolerant    {QuotedTolerant}");
            Console.WriteLine(FormattableString.Invariant($"  speaker given span  {SpeakersRight / (double)Math.Max(1, Speakers):0.000}  ({SpeakersRight} of {Speakers})"));
            Console.WriteLine($"  indirect with a reporting cue, exact     {SpeechExact}");
            Console.WriteLine($"  indirect with a reporting cue, tolerant  {SpeechTolerant}");
            Console.WriteLine($"  indirect of any cue, exact               {IndirectExact}");
            Console.WriteLine($"  indirect of any cue, tolerant            {IndirectTolerant}");
            Console.WriteLine(FormattableString.Invariant($"  indirect speaker given span  {IndirectSpeakersRight / (double)Math.Max(1, IndirectSpeakers):0.000}  ({IndirectSpeakersRight} of {IndirectSpeakers})"));
        }
    }

    private sealed record Case(string Article, int Errors, string Detail);

    public static int Run(string[] arguments)
    {
        if (arguments is ["show", var file])
            return Show(file);
        var archive = PathOf("quotations-polnear.tar.gz");
        if (archive is null)
        {
            Console.Error.WriteLine("../shared/data/quotations-polnear.tar.gz is not there.");
            return 3;
        }
        var verbose = arguments.Contains("--verbose", StringComparer.Ordinal);
        var articles = PolnearCorpus.Read(archive);
        QuotationModels models;
        if (arguments.Contains("train", StringComparer.Ordinal))
        {
            // --cross: to see how the tuning part does where it is not trained on, leave one of its outlets out.
            var left = Array.IndexOf(arguments, "--without") is >= 0 and var at ? arguments[at + 1] : null;
            using var memory = new MemoryStream();
            QuotationTrainer.Train([.. articles.Where(a => !_heldOut.Contains(a.Outlet, StringComparer.Ordinal) && a.Outlet != left)], memory);
            var trained = memory.ToArray();
            Console.WriteLine($"{trained.Length} bytes");
            models = QuotationModels.Read(new MemoryStream(trained));
            if (Array.IndexOf(arguments, "--out") is >= 0 and var o)
                File.WriteAllBytes(arguments[o + 1], trained);
        }
        else
            models = QuotationModels.Embedded;
        foreach (var heldOut in (bool[])[false, true])
        {
            var part = articles.Where(a => _heldOut.Contains(a.Outlet, StringComparer.Ordinal) == heldOut).ToList();
            var total = new Scores();
            var cases = new List<Case>();
            foreach (var outlet in part.GroupBy(a => a.Outlet, StringComparer.Ordinal))
            {
                var scores = new Scores();
                foreach (var article in outlet)
                    cases.Add(Score(article, models, [scores, total], verbose && !heldOut));
                if (arguments.Contains("--outlets", StringComparer.Ordinal))
                    scores.Print(outlet.Key);
            }
            total.Print(heldOut ? $"held out ({string.Join(", ", _heldOut)}): {part.Count} articles" : $"tuned on: {part.Count} articles");
            if (heldOut)
                foreach (var worst in cases.OrderByDescending(c => c.Errors).Take(10))
                    Console.WriteLine($"  {worst.Errors,3} errors  {worst.Article}  {worst.Detail}");
        }
        return 0;
    }

    /// <summary>`-- quotations show FILE`: what is read from a plain text of one paragraph a line.</summary>
    private static int Show(string file)
    {
        foreach (var r in QuotationReader.Read(PolnearCorpus.Content(File.ReadAllText(file)), [], []))
            Console.WriteLine($"{(r.IsDirect ? "direct  " : "indirect")} <{r.SpeakerText}> <{r.Cue}> [{r.Rule}] {r.Text}");
        return 0;
    }

    private static Case Score(PolnearArticle article, QuotationModels models, Scores[] scores, bool verbose)
    {
        var text = article.Content.Text;
        var readings = QuotationReader.Read(article.Content, [], [], models);
        var direct = readings.Where(r => r.IsDirect).ToList();
        var found = direct.Select(r => GoldSpans.Trim(text, new TextSpan(r.Start, r.End))).ToList();
        var gold = GoldSpans.Quoted(text, article.Gold);
        var reported = GoldSpans.Reported(text, article.Gold);

        var tolerant = SpanScore.Match(found, [.. gold.Select(g => g.Span)], exact: false);
        var exact = SpanScore.Match(found, [.. gold.Select(g => g.Span)], exact: true);

        // Direct contents alone: what matches or lies in a content that is only partly quoted counts neither for nor against.
        var mixed = reported.Where(r => r.Content == ContentKind.Mixed).Select(r => r.Span).ToList();
        var aside = found.Select((f, i) => mixed.Any(m => m.Start <= f.Start && f.End <= m.End + 2)
            && !tolerant.Any(t => t.Found == i && gold[t.Expected].Content == ContentKind.Direct)).ToList();
        var pure = gold.Count(g => g.Content == ContentKind.Direct);
        var foundPure = aside.Count(a => !a);
        foreach (var score in scores)
        {
            score.QuotedExact.Add(exact.Count, found.Count, gold.Count);
            score.QuotedTolerant.Add(tolerant.Count, found.Count, gold.Count);
            score.DirectExact.Add(exact.Count(t => !aside[t.Found] && gold[t.Expected].Content == ContentKind.Direct), foundPure, pure);
            score.DirectTolerant.Add(tolerant.Count(t => !aside[t.Found] && gold[t.Expected].Content == ContentKind.Direct), foundPure, pure);
        }

        var wrongSpeakers = 0;
        foreach (var (f, e) in tolerant)
        {
            var source = gold[e].Attribution.Source;
            if (source.Count == 0)
                continue;
            var right = direct[f].SpeakerStart is { } from && GoldSpeakers.Is(text, from, direct[f].SpeakerEnd!.Value, source);
            wrongSpeakers += right ? 0 : 1;
            foreach (var score in scores)
            {
                score.Speakers++;
                score.SpeakersRight += right ? 1 : 0;
            }
            if (verbose && !right)
                Console.WriteLine($"SPEAKER {article.Name[..12]} [{direct[f].Rule}] got <{direct[f].SpeakerText}> cue <{direct[f].Cue}> want <{text[source[0].Start..source[^1].End]}> :: {Around(text, direct[f].Start, direct[f].End)}");
        }
        if (verbose)
        {
            foreach (var f in Enumerable.Range(0, found.Count).Where(f => !tolerant.Any(t => t.Found == f)))
                Console.WriteLine($"EXTRA {article.Name[..12]} {Around(text, found[f].Start, found[f].End)}");
            foreach (var e in Enumerable.Range(0, gold.Count).Where(e => !tolerant.Any(t => t.Expected == e)))
                Console.WriteLine($"MISSED {article.Name[..12]} {gold[e].Content} {Around(text, gold[e].Span.Start, gold[e].Span.End)}");
        }

        var indirect = readings.Where(r => !r.IsDirect).Select(r => GoldSpans.Trim(text, new TextSpan(r.Start, r.End))).ToList();
        var indirectTolerant = SpanScore.Match(indirect, [.. reported.Select(r => r.Span)], exact: false);
        var indirectExact = SpanScore.Match(indirect, [.. reported.Select(r => r.Span)], exact: true);
        if (verbose)
        {
            foreach (var f in Enumerable.Range(0, indirect.Count).Where(f => !indirectTolerant.Any(t => t.Found == f)))
                Console.WriteLine($"IEXTRA {article.Name[..12]} {Around(text, indirect[f].Start, indirect[f].End)}");
            foreach (var e in Enumerable.Range(0, reported.Count).Where(e => !indirectTolerant.Any(t => t.Expected == e)))
                Console.WriteLine($"IMISSED {article.Name[..12]} {reported[e].Content} {Around(text, reported[e].Span.Start, reported[e].Span.End)}");
        }
        foreach (var score in scores)
        {
            score.IndirectTolerant.Add(indirectTolerant.Count, indirect.Count, reported.Count);
            score.IndirectExact.Add(indirectExact.Count, indirect.Count, reported.Count);
        }
        // Contents that a verb of speech or writing reports: found ones that match another annotated content count neither way.
        var isSpeech = reported.Select(r => r.Attribution.Cue.Any(c => IsReporting(text[c.Start..c.End]))).ToList();
        var exactElsewhere = indirectExact.Count(t => !isSpeech[t.Expected]);
        var tolerantElsewhere = indirectTolerant.Count(t => !isSpeech[t.Expected]);
        foreach (var score in scores)
        {
            score.SpeechExact.Add(indirectExact.Count - exactElsewhere, indirect.Count - exactElsewhere, isSpeech.Count(r => r));
            score.SpeechTolerant.Add(indirectTolerant.Count - tolerantElsewhere, indirect.Count - tolerantElsewhere, isSpeech.Count(r => r));
        }
        var reportedReadings = readings.Where(r => !r.IsDirect).ToList();
        foreach (var (f, e) in indirectTolerant.Where(t => reported[t.Expected].Attribution.Source.Count > 0))
        {
            var right = reportedReadings[f].SpeakerStart is { } from && GoldSpeakers.Is(text, from, reportedReadings[f].SpeakerEnd!.Value, reported[e].Attribution.Source);
            if (verbose && !right)
                Console.WriteLine($"ISPEAKER {article.Name[..12]} got <{reportedReadings[f].SpeakerText}> cue <{reportedReadings[f].Cue}> want <{text[reported[e].Attribution.Source[0].Start..reported[e].Attribution.Source[^1].End]}> :: {Around(text, indirect[f].Start, indirect[f].End)}");
            foreach (var score in scores)
            {
                score.IndirectSpeakers++;
                score.IndirectSpeakersRight += right ? 1 : 0;
            }
        }
        var extra = found.Count - tolerant.Count;
        var missed = gold.Count - tolerant.Count;
        return new Case(article.Name, extra + missed + wrongSpeakers, $"extra {extra}, missed {missed}, wrong speaker {wrongSpeakers}");
    }

    private static bool IsReporting(string cue) =>
        cue.Contains("according", StringComparison.OrdinalIgnoreCase) || cue.Split([' ', ',', ':', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Any(w => ReportingVerbs.IsAny(w));

    private static string Around(string text, int start, int end)
    {
        var shown = end - start > 160 ? text[start..(start + 80)] + " ... " + text[(end - 80)..end] : text[start..end];
        return (text[Math.Max(0, start - 120)..start] + "[[" + shown + "]]" + text[end..Math.Min(text.Length, end + 100)]).ReplaceLineEndings("|");
    }

    private static string? PathOf(string file)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
                return path;
        }
        return null;
    }
}
