using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Settings are chosen by training on two thirds of the training outlets and measuring on the third that was left out, three times; the test outlets have no part in it.</summary>
internal static class CrossValidation
{
    public const int Folds = 3;

    /// <summary>The fold that the outlet of a training document is in.</summary>
    public static int FoldOf(LabelledDocument document) => LabelledCorpora.Bucket(document.Outlet) switch
    {
        7 => 0,
        1 or 2 or 6 => 1,
        _ => 2,
    };

    /// <summary>The figures of all folds, counted together, for each name that <paramref name="train"/> gives its taggers.</summary>
    /// <param name="train">Trains on the documents given, for the fold given, and names what came of it.</param>
    public static void Run(IReadOnlyList<LabelledDocument> documents, IReadOnlyList<int> folds, Func<int, IReadOnlyList<LabelledDocument>, IEnumerable<(string Name, PersonTagger Tagger)>> train, List<string>? errors)
    {
        var totals = new Dictionary<string, PeopleScore>(StringComparer.Ordinal);
        foreach (var fold in folds)
        {
            var held = documents.Where(d => FoldOf(d) == fold).ToList();
            foreach (var (name, tagger) in train(fold, [.. documents.Where(d => FoldOf(d) != fold)]))
            {
                var score = PeopleScore.Of(tagger, held, errors);
                totals[name] = totals.TryGetValue(name, out var total) ? total.And(score) : score;
                Print($"fold {fold}, {name}", score);
            }
        }
        foreach (var (name, score) in totals)
            Print($"all folds, {name}", score);
    }

    private static void Print(string name, PeopleScore score) =>
        Console.WriteLine($"{name}: precision {score.Precision:F4}, recall {score.Recall:F4}, F1 {score.F1:F4} ({score.Wanted} names)");
}
