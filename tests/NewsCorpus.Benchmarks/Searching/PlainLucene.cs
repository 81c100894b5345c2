using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks.Searching;

/// <summary>
/// Lucene.Net as its documentation shows it, over the same rows: one field of text, and for outlet, month and people the library's own doc values, decoded for each hit by one collector beside the one for the best twenty.
/// The yardstick for what the product's own counting gives: it stands beside the product in one run, so that neither the machine nor the corpus is in the ratio.
/// </summary>
internal sealed class PlainLucene : IDisposable
{
    private readonly FSDirectory _folder;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private PlainLucene(FSDirectory folder)
    {
        _folder = folder;
        _reader = DirectoryReader.Open(folder);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>Makes the index below <paramref name="path"/>, unless a former run has done so.</summary>
    public static async Task<PlainLucene> OpenAsync(string path, IDbContextFactory<CorpusDbContext> contexts)
    {
        var folder = FSDirectory.Open(path);
        if (!DirectoryReader.IndexExists(folder))
            await FillAsync(folder, contexts);
        return new PlainLucene(folder);
    }

    /// <summary>The word whose hits come nearest to a share of all articles.</summary>
    public (string Word, int Hits) Nearest(double share)
    {
        var (best, wanted) = ((Word: "", Hits: 0), share * _reader.NumDocs);
        var terms = MultiFields.GetTerms(_reader, "text").GetEnumerator();
        while (terms.MoveNext())
        {
            if (terms.DocFreq > 1 && Math.Abs(terms.DocFreq - wanted) < Math.Abs(best.Hits - wanted))
                best = (terms.Term.Utf8ToString(), terms.DocFreq);
        }
        return best;
    }

    /// <summary>The best twenty of a word and its hits by outlet, month and person, in milliseconds at the median of forty runs after as many; and how many it has.</summary>
    public (double Milliseconds, int Hits) Time(string word)
    {
        var times = new List<double>();
        var hits = 0;
        for (var run = 0; run < 80; run++)
        {
            var watch = Stopwatch.StartNew();
            var (best, counts) = (TopScoreDocCollector.Create(20, docsScoredInOrder: true), new Counter());
            _searcher.Search(new TermQuery(new Term("text", word)), MultiCollector.Wrap(best, counts));
            hits = best.GetTopDocs().TotalHits;
            _ = counts.People().OrderByDescending(p => p.Value).Take(50).ToList();
            if (run >= 40)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], hits);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
    }

    private static async Task FillAsync(FSDirectory folder, IDbContextFactory<CorpusDbContext> contexts)
    {
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 128 });
        await foreach (var rows in PeerRow.ReadAsync(contexts))
        {
            foreach (var row in rows)
            {
                var document = new Document { new TextField("text", row.Text, Field.Store.NO), new NumericDocValuesField("outlet", row.Outlet ?? 0), new NumericDocValuesField("month", row.Day is { } day ? (day.Year * 12) + day.Month : 0) };
                foreach (var person in row.People)
                    document.Add(new SortedSetDocValuesField("person", new BytesRef(person.ToString(CultureInfo.InvariantCulture))));
                writer.AddDocument(document);
            }
        }
        writer.Commit();
    }

    private sealed class Counter : ICollector
    {
        private readonly Dictionary<long, int> _outlets = [];
        private readonly Dictionary<long, int> _months = [];
        private readonly List<(SortedSetDocValues Values, int[] Counts)> _segments = [];
        private NumericDocValues _outlet = null!;
        private NumericDocValues _month = null!;
        private SortedSetDocValues _people = null!;
        private int[] _counts = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            (_outlet, _month) = (context.AtomicReader.GetNumericDocValues("outlet"), context.AtomicReader.GetNumericDocValues("month"));
            _people = context.AtomicReader.GetSortedSetDocValues("person");
            _counts = new int[_people.ValueCount];
            _segments.Add((_people, _counts));
        }

        public void Collect(int doc)
        {
            Count(_outlets, _outlet.Get(doc));
            Count(_months, _month.Get(doc));
            _people.SetDocument(doc);
            for (long at; (at = _people.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                _counts[at]++;
        }

        public Dictionary<string, int> People()
        {
            var all = new Dictionary<string, int>(StringComparer.Ordinal);
            var name = new BytesRef();
            foreach (var (values, counts) in _segments)
            {
                for (var at = 0; at < counts.Length; at++)
                {
                    if (counts[at] == 0)
                        continue;
                    values.LookupOrd(at, name);
                    var key = name.Utf8ToString();
                    all[key] = all.GetValueOrDefault(key) + counts[at];
                }
            }
            return all;
        }

        private static void Count(Dictionary<long, int> counts, long value) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
    }
}
