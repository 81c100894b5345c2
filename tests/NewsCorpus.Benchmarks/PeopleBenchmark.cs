using System.Diagnostics;
using NewsCorpus.Benchmarks.People;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// <c>people validate</c> is for choosing settings, <c>people train</c> trains the weights of the person recogniser and writes them; neither knows of the test outlets.
/// <c>people evaluate</c> measures on those the shipped weights, or a file of weights.
/// </summary>
internal static class PeopleBenchmark
{
    private const string Usage = """
        people train [--data FOLDER] [--out FILE] [--epochs N] [--rounds N] [--teachers N] [--students N] [--silver N] [--last N] [--courses N]
        people validate [--folds 0,1,2] [--errors FILE] [the options of train but --out]
        people cluster --out FILE [--data FOLDER]
        people evaluate [--data FOLDER] [--model FILE] [--errors FILE]
        """;

    public static int Run(string[] arguments)
    {
        if (arguments is not [_, "train" or "validate" or "evaluate" or "cluster", ..] || arguments.Length % 2 != 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var options = arguments.Skip(2).Chunk(2).ToDictionary(p => p[0].TrimStart('-'), p => p[1], StringComparer.Ordinal);
        var data = options.GetValueOrDefault("data", Path.Combine("..", "shared", "data"));
        var documents = LabelledCorpora.Worldwide(data);
        var test = documents.FindAll(LabelledCorpora.IsTest);
        documents.RemoveAll(LabelledCorpora.IsTest);
        if (arguments[1] == "cluster")
            return Cluster(documents.Select(d => d.Text).Concat(PlainTexts.Read(data)), options["out"]);
        var wiki = LabelledCorpora.WikiGold(data);
        List<LabelledDocument> others = [.. wiki.Where(d => !LabelledCorpora.IsTest(d)), .. LabelledCorpora.Wnut(data, "wnut17train.conll")];
        if (arguments[1] == "validate")
            return Validate(documents, others, [.. PlainTexts.Read(data)], options);
        if (arguments[1] == "train")
        {
            Train([.. documents, .. others], PlainTexts.Read(data), options, null);
            return 0;
        }
        var model = options.GetValueOrDefault("model");
        var tagger = model is null ? ModelFile.LoadEmbedded() : Load(model);
        var errors = options.TryGetValue("errors", out var file) ? new List<string>() : null;
        Report("worldwide, test outlets", tagger, test, errors);
        Report("WikiGold, test part", tagger, wiki.FindAll(LabelledCorpora.IsTest), null);
        Report("WNUT 2017, development part", tagger, LabelledCorpora.Wnut(data, "emerging.dev.conll"), null);
        if (model is null)
            Print("the same documents, mentions after all rules", PeopleScore.OfMentions(test, null), test);
        if (errors is not null)
            File.WriteAllLines(file!, errors);
        return 0;
    }

    private static PersonTagger Load(string path)
    {
        using var file = File.OpenRead(path);
        return new PersonTagger(ModelFile.Read(file));
    }

    private static int Cluster(IEnumerable<string> texts, string path)
    {
        var clusters = new WordClusters(WordClusterer.Cluster(texts));
        using var file = File.Create(path);
        clusters.Write(file);
        Console.WriteLine($"{path}: {clusters.Count} words, {file.Length} bytes");
        return 0;
    }

    private static int Validate(List<LabelledDocument> documents, List<LabelledDocument> others, List<string> plain, Dictionary<string, string> options)
    {
        var errors = options.TryGetValue("errors", out var file) ? new List<string>() : null;
        int[] folds = options.TryGetValue("folds", out var chosen) ? [.. chosen.Split(',').Select(int.Parse)] : [.. Enumerable.Range(0, CrossValidation.Folds)];
        CrossValidation.Run(documents, folds, (fold, rest) =>
        {
            var seen = new List<(string, PersonTagger)>();
            Train([.. rest, .. others], plain, options, (name, networks) => seen.Add((name, new PersonTagger(networks))));
            return seen;
        }, errors);
        if (errors is not null)
            File.WriteAllLines(file!, errors);
        return 0;
    }

    private static void Train(IReadOnlyList<LabelledDocument> documents, IEnumerable<string> unlabelled, Dictionary<string, string> options, Action<string, IReadOnlyList<NetworkWeights>>? watch)
    {
        float Number(string name, float fallback) => options.TryGetValue(name, out var value) ? float.Parse(value) : fallback;
        var (training, network) = (new TrainingOptions(), new NetworkOptions());
        training = training with { Students = (int)Number("students", training.Students), Teachers = (int)Number("teachers", training.Teachers), Silver = (int)Number("silver", training.Silver), Last = (int)Number("last", training.Last), Courses = (int)Number("courses", training.Courses), Rounds = (int)Number("rounds", training.Rounds) };
        network = network with { Epochs = (int)Number("epochs", network.Epochs) };
        var clock = Stopwatch.StartNew();
        var networks = new TaggerTrainer(training, network, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds,4:F0} s  {line}"), watch).Train(documents, unlabelled);
        if (!options.TryGetValue("out", out var path))
            return;
        using var file = File.Create(path);
        ModelFile.Write(file, networks);
        Console.WriteLine($"{path}: {file.Length} bytes");
    }

    private static void Report(string name, PersonTagger tagger, List<LabelledDocument> documents, List<string>? errors) =>
        Print(name, PeopleScore.Of(tagger, documents, errors), documents);

    private static void Print(string name, PeopleScore score, List<LabelledDocument> documents) =>
        Console.WriteLine($"{name}: precision {score.Precision:F3}, recall {score.Recall:F3}, F1 {score.F1:F4} ({score.Wanted} names in {documents.Count} documents; {score.TokensPerSecond:N0} tokens/s)");
}
