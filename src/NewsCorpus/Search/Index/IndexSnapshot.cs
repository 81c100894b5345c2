using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsCorpus.Search.Index;

/// <summary>One commit of the index, open for searching: segments, their columns, and what the commit says of itself. Immutable and safe for threads; open until the last <see cref="IndexLease"/> is given back.</summary>
internal sealed class IndexSnapshot
{
    /// <summary>Words whose frequencies are remembered: some five MiB.</summary>
    private const int Remembered = 50_000;

    private readonly Lazy<int[]> _articlesByPerson;
    private readonly ConcurrentDictionary<string, int> _frequencies = new(StringComparer.Ordinal);
    private int _remembered;
    private readonly ConcurrentBag<HitCounts> _spare = [];
    private readonly ConcurrentBag<StoryHits> _spareStories = [];
    private readonly Lazy<StoryTable> _stories;

    public IndexSnapshot(DirectoryReader reader, IndexFormat format)
    {
        _articlesByPerson = new Lazy<int[]>(CountPeople);
        _stories = new Lazy<StoryTable>(() => new StoryTable(this));
        Reader = reader;
        Format = format;
        Searcher = new IndexSearcher(reader) { Similarity = NewsSimilarity.Instance };
        Leaves = [.. reader.Leaves];
        Columns = [.. Leaves.AsParallel().AsOrdered().Select(leaf => SegmentColumns.Of(leaf.AtomicReader))];
        Agencies = new AgencyTable(Columns);
        MaxPerson = Columns.Length == 0 ? 0 : Columns.Max(c => c.Rows.MaxPerson);
        Slots = new TimeSlots(Columns.Select(c => c.Dates).Concat(Columns.Select(c => c.Estimated)));
        MaxTag = Columns.Length == 0 ? 0 : Columns.Max(c => c.Rows.MaxTag);
        MaxArticle = Columns.Length == 0 ? 0 : Columns.Max(c => c.MaxId);
        MaxOutlet = Columns.Length == 0 ? 0 : Columns.Max(c => c.Rows.MaxOutlet);
    }

    public DirectoryReader Reader { get; }

    public IndexFormat Format { get; }

    public IndexSearcher Searcher { get; }

    public AtomicReaderContext[] Leaves { get; }

    /// <summary>Columns of each of <see cref="Leaves"/>.</summary>
    public SegmentColumns[] Columns { get; }

    public AgencyTable Agencies { get; }

    public int MaxPerson { get; }

    /// <summary>Live articles that name each person, by id. Counted once, when somebody asks.</summary>
    public int[] ArticlesByPerson => _articlesByPerson.Value;

    public int MaxTag { get; }

    public TimeSlots Slots { get; }

    public int MaxOutlet { get; }

    /// <summary>Largest article id, also of articles that have gone since.</summary>
    public long MaxArticle { get; }

    /// <summary>In how many articles a word is. Looking one up in all segments takes a tenth of a millisecond, and the same ones are asked for again and again.</summary>
    public int Frequency(string stem, Func<IndexReader, string, int> lookUp)
    {
        if (_frequencies.TryGetValue(stem, out var known))
            return known;
        var frequency = lookUp(Reader, stem);
        if (_remembered < Remembered && _frequencies.TryAdd(stem, frequency))
            Interlocked.Increment(ref _remembered);
        return frequency;
    }

    /// <summary>The stories of more than one article. Brought together once, when somebody asks.</summary>
    public StoryTable Stories => _stories.Value;

    /// <summary>Counts of nothing yet. A search that gives them back spares the next one tables as large as the corpus has people.</summary>
    public HitCounts RentCounts() => _spare.TryTake(out var counts) ? counts : new HitCounts(this);

    /// <summary>Takes back counts that nobody looks at any more.</summary>
    public void Return(HitCounts counts)
    {
        counts.Clear();
        _spare.Add(counts);
    }

    /// <summary>No hits yet, as <see cref="RentCounts"/>.</summary>
    public StoryHits RentStories() => _spareStories.TryTake(out var stories) ? stories : new StoryHits(this);

    /// <summary>Takes back hits that nobody looks at any more.</summary>
    public void Return(StoryHits stories)
    {
        stories.Clear();
        _spareStories.Add(stories);
    }

    private int[] CountPeople()
    {
        var counts = new int[MaxPerson + 1];
        for (var leaf = 0; leaf < Leaves.Length; leaf++)
        {
            var live = Leaves[leaf].AtomicReader.LiveDocs;
            for (var doc = 0; doc < Leaves[leaf].AtomicReader.MaxDoc; doc++)
                if (live is null || live.Get(doc))
                    foreach (var id in Columns[leaf].Rows.Of(doc).People)
                        counts[id]++;
        }
        return counts;
    }
}

/// <summary>The right to use a snapshot until disposed.</summary>
internal readonly struct IndexLease(IndexSnapshot snapshot) : IDisposable
{
    public IndexSnapshot Snapshot { get; } = snapshot;

    public void Dispose() => Snapshot.Reader.DecRef();
}
