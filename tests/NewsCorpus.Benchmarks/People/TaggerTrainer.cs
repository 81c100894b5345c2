using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Trains both stages: the second on first labels that come from models which have not seen the outlet.</summary>
internal sealed class TaggerTrainer(TrainingOptions options, Action<string> log)
{
    private sealed record Example(TokenisedText Text, byte[] Labels, string Outlet);

    public (ChainModel First, ChainModel Second) Train(IEnumerable<LabelledDocument> documents)
    {
        var examples = documents.Select(d => Prepare(d)).ToList();
        var folds = examples.GroupBy(e => LabelledCorpora.Bucket(e.Outlet + "/fold") % options.Folds).ToList();
        var memories = new Dictionary<Example, DocumentMemory>();
        foreach (var fold in folds)
        {
            var tagger = new PersonTagger(TrainChain(examples.Except(fold), null), null);
            foreach (var example in fold)
                memories[example] = new DocumentMemory(example.Text, tagger.Label(example.Text));
            log($"fold of {fold.Count()} labelled");
        }
        var first = TrainChain(examples, null);
        var second = TrainChain(examples, memories);
        log($"rows: {first.Keys.Length} and {second.Keys.Length}");
        return (first, second);
    }

    private static Example Prepare(LabelledDocument document)
    {
        var text = new TokenisedText(document.Text, document.Lines(), WordLists.Embedded, WordClusters.Embedded);
        return new Example(text, LabelTokens(text, document), document.Outlet);
    }

    private ChainModel TrainChain(IEnumerable<Example> examples, Dictionary<Example, DocumentMemory>? memories)
    {
        var list = examples.ToList();
        var counts = new Dictionary<uint, int>();
        var features = new uint[FeatureExtractor.Capacity];
        foreach (var (example, first, end, from, to) in Stretches(list))
            for (var i = from; i < to; i++)
                foreach (var feature in Features(example, first, end, i))
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var keys = counts.Where(c => c.Value >= options.Cut).Select(c => c.Key).Order().ToArray();
        var rowOf = keys.Index().ToDictionary(k => k.Item, k => k.Index);
        var sequences = new List<Sequence>();
        foreach (var (example, first, end, from, to) in Stretches(list))
        {
            var rows = new int[to - from][];
            for (var i = from; i < to; i++)
                rows[i - from] = [.. Features(example, first, end, i).Where(rowOf.ContainsKey).Select(f => rowOf[f])];
            var labels = example.Labels[from..to];
            Close(labels);
            sequences.Add(new Sequence(rows, labels));
        }
        var trainer = new ChainTrainer(keys.Length, options);
        trainer.Train(sequences);
        return trainer.Quantise(keys);

        uint[] Features(Example example, int first, int end, int i)
        {
            var count = FeatureExtractor.Extract(example.Text, first, end, i, features);
            if (memories is not null)
                count = memories[example].Extract(first, end, i, features, count);
            return features[..count];
        }
    }

    private static IEnumerable<(Example Example, int First, int End, int From, int To)> Stretches(List<Example> examples) =>
        examples.SelectMany(e => PersonTagger.Stretches(e.Text), (e, s) => (e, s.First, s.End, s.From, s.To));

    private static byte[] LabelTokens(TokenisedText text, LabelledDocument document)
    {
        var labels = new byte[text.Tokens.Length];
        var token = 0;
        foreach (var span in document.Spans)
        {
            while (token < labels.Length && text.Tokens[token].End <= span.Start)
                token++;
            var last = token;
            while (last < labels.Length && text.Tokens[last].Start < span.End)
                last++;
            for (var i = token; i < last; i++)
                labels[i] = (byte)Labels.Of(span.Class, i - token, last - token);
            token = last;
        }
        return labels;
    }

    /// <summary>Names cut by the edge of a stretch are closed there, so that every sequence of labels is a possible one.</summary>
    private static void Close(byte[] labels)
    {
        for (var start = 0; start < labels.Length;)
        {
            var nameClass = Labels.ClassOf(labels[start]);
            var end = start + 1;
            while (end < labels.Length && Labels.ClassOf(labels[end]) == nameClass && !Labels.CanStart(labels[end]))
                end++;
            for (var i = start; i < end && nameClass != 0; i++)
                labels[i] = (byte)Labels.Of(nameClass, i - start, end - start);
            start = end;
        }
    }
}
