using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where single words stand one right after the other.</summary>
internal sealed class Adjacent(IReadOnlyList<PositionExpression> words) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader([.. words.Select(w => w.Open(reader))]);

    private sealed class Reader(PositionReader[] words) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var word in words)
            {
                if (!word.Load(doc))
                    return;
            }
            foreach (var start in words[0].Starts)
            {
                var next = 1;
                while (next < words.Length && words[next].Starts.BinarySearch(start + next) >= 0)
                    next++;
                if (next == words.Length)
                    Add(start, start + words.Length - 1);
            }
        }
    }
}
