using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where single words stand in any order with at most <paramref name="slack"/> other words among them; a word that is asked for twice must stand twice.</summary>
internal sealed class AmongOthers(IReadOnlyList<PositionExpression> words, int slack) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader([.. words.Select(w => w.Open(reader))], slack);

    private sealed class Reader(PositionReader[] words, int slack) : PositionReader
    {
        /// <summary>Combinations that are tried in one document.</summary>
        private const int MaxSteps = 200_000;

        private readonly int[] _chosen = new int[words.Length];
        private int _steps;

        protected override void Fill(int doc)
        {
            foreach (var word in words)
            {
                if (!word.Load(doc))
                    return;
            }
            _steps = 0;
            Choose(0, int.MaxValue, int.MinValue);
            Order();
        }

        private void Choose(int word, int min, int max)
        {
            if (word == words.Length)
            {
                Add(min, max);
                return;
            }
            var reach = words.Length + slack - 1;
            var positions = words[word].Starts;
            var at = word == 0 ? 0 : positions.BinarySearch(max - reach);
            for (at = at < 0 ? ~at : at; at < positions.Length && !IsFull && _steps++ < MaxSteps; at++)
            {
                var position = positions[at];
                if (word > 0 && position - min > reach)
                    return;
                if (_chosen.AsSpan(0, word).Contains(position))
                    continue;
                _chosen[word] = position;
                Choose(word + 1, Math.Min(min, position), Math.Max(max, position));
            }
        }
    }
}
