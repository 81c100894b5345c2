using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <param name="Rounds">Times that the skip-grams go over the unlabelled text.</param>
/// <param name="Teachers">Networks that label it.</param>
/// <param name="Students">Networks that learn from that first; these are shipped.</param>
/// <param name="Silver">Times that a student goes over what the teachers labelled.</param>
/// <param name="Last">Times that it then goes over the labelled documents and their copies; more makes it fit their outlets.</param>
/// <param name="Courses">Times that it does so from the same weights; the mean of what comes of them is the student.</param>
internal sealed record TrainingOptions(int Rounds = 3, int Teachers = 2, int Students = 1, int Silver = 2, int Last = 2, int Courses = 3, int Seed = 5);

/// <summary>
/// Trains the tagger's networks: vectors of words from text without labels; then teachers on the labelled documents, which label the unlabelled text;
/// then students on what the teachers said, and last on the labelled documents.
/// </summary>
/// <param name="watch">Is shown each network, and the teachers together, when trained; for choosing settings.</param>
internal sealed class TaggerTrainer(TrainingOptions options, NetworkOptions network, Action<string> log, Action<string, IReadOnlyList<NetworkWeights>>? watch = null)
{
    /// <summary>Least times that a word and a form must be met to have a row.</summary>
    private const int LeastWord = 5;
    private const int LeastForm = 8;

    /// <summary>One document in so many comes once more, some of its lines in capitals.</summary>
    private const int Shouted = 5;
    private const float ShoutedLines = 0.3f;

    private sealed record Example(LabelledDocument Document, TokenisedText Text, byte[] Labels);

    public List<NetworkWeights> Train(IReadOnlyList<LabelledDocument> labelled, IEnumerable<string> unlabelled)
    {
        var gold = labelled.Select(d => Tokenise(d)).ToList();
        var plain = unlabelled.Select(t => Tokenise(new LabelledDocument("", "", t, []))).ToList();
        List<TokenisedText> all = [.. gold.Concat(plain).Select(e => e.Text)];
        var rows = Rows(all);
        new SkipGrams(rows, all).Train(options.Rounds);
        log($"{rows.WordKeys.Length} words and {rows.FormKeys.Length} forms have vectors");
        gold.AddRange(Shout(gold));
        var swaps = new NameSwaps(gold.Select(e => e.Document), options.Seed + 60);
        gold.AddRange([.. gold.Select(e => Tokenise(swaps.Copy(e.Document)))]);
        var teachers = new List<NetworkWeights>();
        for (var t = 0; t < options.Teachers; t++)
            teachers.Add(Start(rows, options.Seed + t));
        foreach (var teacher in teachers)
            Learn($"teacher {teachers.IndexOf(teacher) + 1}", teacher, gold, network with { Seed = network.Seed + teachers.IndexOf(teacher) });
        var silver = new List<Example>();
        if (options.Students > 0)
        {
            var tagger = new PersonTagger(teachers);
            silver.AddRange(plain.Select(e => e with { Labels = tagger.Label(e.Text) }));
            watch?.Invoke("teachers together", teachers);
            log($"{silver.Count} documents labelled by teachers");
            silver.AddRange(Shout(silver));
        }
        var students = new List<NetworkWeights>();
        for (var s = 0; s < options.Students; s++)
        {
            var student = Start(rows, options.Seed + 100 + s);
            Learn($"student {s + 1} from teachers", student, silver, network with { Epochs = options.Silver, Lower = network.Lower / 2, Upper = network.Upper / 2, Seed = network.Seed + 200 + s });
            var courses = Enumerable.Range(0, options.Courses).Select(_ => WeightMean.Copy(student)).ToList();
            foreach (var (course, weights) in courses.Index())
                Learn($"student {s + 1}, course {course + 1}", weights, gold, network with { Epochs = options.Last, Seed = network.Seed + 100 + (10 * course) + s });
            students.Add(WeightMean.Of(courses));
            watch?.Invoke($"student {s + 1}", [students[^1]]);
        }
        return options.Students > 0 ? students : teachers;
    }

    private void Learn(string name, NetworkWeights weights, List<Example> examples, NetworkOptions settings)
    {
        new NetworkTrainer(weights, settings).Train([.. examples.Select(e => (e.Text, e.Labels))], (epoch, loss) => log($"{name}, epoch {epoch + 1}: loss {loss:F0}"));
        watch?.Invoke(name, [weights]);
    }

    private static Example Tokenise(LabelledDocument document)
    {
        var text = new TokenisedText(document.Text, document.Lines());
        return new Example(document, text, TokenLabels.Of(text, document));
    }

    /// <summary>Copies of some documents with some lines all in capitals, as headlines of agencies are.</summary>
    private List<Example> Shout(List<Example> examples)
    {
        var random = new Random(options.Seed + 50);
        var copies = new List<Example>();
        for (var i = 0; i < examples.Count; i += Shouted)
        {
            var text = examples[i].Document.Text.ToCharArray();
            foreach (var (start, end) in examples[i].Document.Lines())
                if (random.NextSingle() < ShoutedLines)
                    MemoryExtensions.ToUpperInvariant(text.AsSpan(start, end - start).ToArray(), text.AsSpan(start, end - start));
            var copy = Tokenise(examples[i].Document with { Text = new string(text) });
            // Capitals may cut a word another way; then the labels would be of other words.
            if (copy.Labels.Length == examples[i].Labels.Length)
                copies.Add(copy with { Labels = examples[i].Labels });
        }
        return copies;
    }

    /// <summary>Fresh layers over a copy of the rows.</summary>
    private static NetworkWeights Start(NetworkWeights rows, int seed)
    {
        var weights = new NetworkWeights { WordKeys = rows.WordKeys, Words = [.. rows.Words], FormKeys = rows.FormKeys, Forms = [.. rows.Forms] };
        NetworkTrainer.Initialise(weights, seed);
        return weights;
    }

    /// <summary>Rows of nought for the words and forms that the texts hold often enough.</summary>
    private static NetworkWeights Rows(List<TokenisedText> texts)
    {
        var words = new Dictionary<uint, int>();
        var forms = new Dictionary<uint, int>();
        Span<uint> keys = stackalloc uint[NetworkFeatures.Capacity];
        foreach (var text in texts)
        {
            foreach (ref readonly var token in text.Tokens.AsSpan())
            {
                Count(words, NetworkFeatures.Word(token));
                Count(words, NetworkFeatures.Cased(token));
                foreach (var form in keys[..NetworkFeatures.Form(token, keys)])
                    Count(forms, form);
            }
        }
        uint[] reserved = [NetworkWeights.UnknownWord, NetworkWeights.UnknownSpelling, NetworkFeatures.Before, NetworkFeatures.After];
        uint[] wordKeys = [.. reserved, .. words.Where(w => w.Value >= LeastWord).Select(w => w.Key).Except(reserved).Order()];
        uint[] formKeys = [.. forms.Where(f => f.Value >= LeastForm).Select(f => f.Key).Order()];
        return new NetworkWeights
        {
            WordKeys = wordKeys,
            Words = new float[wordKeys.Length * NetworkWeights.RowWidth],
            FormKeys = formKeys,
            Forms = new float[formKeys.Length * NetworkWeights.RowWidth],
        };
    }

    private static void Count(Dictionary<uint, int> counts, uint key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
