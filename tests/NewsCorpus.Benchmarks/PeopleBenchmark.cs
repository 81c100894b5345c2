using System.Diagnostics;
using NewsCorpus.Benchmarks.People;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// <c>people train</c> trains the weights of the person recogniser and writes them; <c>people evaluate</c> measures the shipped weights. Neither tunes on the test
/// outlets: <c>train --on development</c> leaves out the development outlets too and measures on those.
/// </summary>
internal static class PeopleBenchmark
{
    private const string Usage = "people train [--data FOLDER] [--on development] [--out FILE] [--epochs N] [--students N] [--errors FILE]\npeople cluster --out FILE [--data FOLDER]\npeople evaluate [--data FOLDER] [--errors FILE]";

    public static int Run(string[] arguments)
    {
        if (arguments is not [_, "train" or "evaluate" or "cluster", ..] || arguments.Length % 2 != 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var options = arguments.Skip(2).Chunk(2).ToDictionary(p => p[0].TrimStart('-'), p => p[1], StringComparer.Ordinal);
        var data = options.GetValueOrDefault("data", Path.Combine("..", "shared", "data"));
        var documents = LabelledCorpora.Worldwide(data);
        if (arguments[1] == "cluster")
            return Cluster(documents.Where(d => !LabelledCorpora.IsTest(d)).Select(d => d.Text).Concat(PlainTexts.Read(data)), options["out"]);
        var wiki = LabelledCorpora.WikiGold(data);
        var test = documents.FindAll(LabelledCorpora.IsTest);
        var development = documents.FindAll(LabelledCorpora.IsDevelopment);
        var onDevelopment = options.GetValueOrDefault("on") == "development";
        var tagger = arguments[1] == "train"
            ? Train([.. documents.Except(test).Except(onDevelopment ? development : []), .. wiki.Where(d => !LabelledCorpora.IsTest(d)), .. LabelledCorpora.Wnut(data, "wnut17train.conll")],
                PlainTexts.Read(data).Concat(onDevelopment ? development.Select(d => d.Text) : []), options, onDevelopment ? (name, networks) => Report(name, new PersonTagger(networks), development, null) : null)
            : ModelFile.LoadEmbedded();
        var errors = options.TryGetValue("errors", out var file) ? new List<string>() : null;
        if (onDevelopment)
            Report("worldwide, development outlets", tagger, development, errors);
        else
            Report("worldwide, test outlets", tagger, test, errors);
        Report("WikiGold, test part", tagger, wiki.FindAll(LabelledCorpora.IsTest), null);
        Report("WNUT 2017, development part", tagger, LabelledCorpora.Wnut(data, "emerging.dev.conll"), null);
        if (arguments[1] == "evaluate")
        {
            var shown = onDevelopment ? development : test;
            Print("the same documents, mentions after all rules", PeopleScore.OfMentions(shown, null), shown);
        }
        if (errors is not null)
            File.WriteAllLines(file!, errors);
        return 0;
    }

    private static int Cluster(IEnumerable<string> texts, string path)
    {
        var clusters = new WordClusters(WordClusterer.Cluster(texts));
        using var file = File.Create(path);
        clusters.Write(file);
        Console.WriteLine($"{path}: {clusters.Count} words, {file.Length} bytes");
        return 0;
    }

    private static PersonTagger Train(IReadOnlyList<LabelledDocument> documents, IEnumerable<string> unlabelled, Dictionary<string, string> options, Action<string, IReadOnlyList<NetworkWeights>>? watch)
    {
        float Number(string name, float fallback) => options.TryGetValue(name, out var value) ? float.Parse(value) : fallback;
        var (training, network) = (new TrainingOptions(), new NetworkOptions());
        training = training with { Students = (int)Number("students", training.Students), Teachers = (int)Number("teachers", training.Teachers), Silver = (int)Number("silver", training.Silver), Last = (int)Number("last", training.Last), Rounds = (int)Number("rounds", training.Rounds) };
        network = network with { Epochs = (int)Number("epochs", network.Epochs) };
        var clock = Stopwatch.StartNew();
        var networks = new TaggerTrainer(training, network, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds,4:F0} s  {line}"), watch).Train(documents, unlabelled);
        using var memory = new MemoryStream();
        ModelFile.Write(memory, networks);
        if (options.TryGetValue("out", out var path))
        {
            File.WriteAllBytes(path, memory.ToArray());
            Console.WriteLine($"{path}: {memory.Length} bytes");
        }
        memory.Position = 0;
        return new PersonTagger(ModelFile.Read(memory));
    }

    private static void Report(string name, PersonTagger tagger, List<LabelledDocument> documents, List<string>? errors) =>
        Print(name, PeopleScore.Of(tagger, documents, errors), documents);

    private static void Print(string name, PeopleScore score, List<LabelledDocument> documents) =>
        Console.WriteLine($"{name}: precision {score.Precision:F3}, recall {score.Recall:F3}, F1 {score.F1:F4} ({score.Wanted} names in {documents.Count} documents; {score.TokensPerSecond:N0} tokens/s)");
}
