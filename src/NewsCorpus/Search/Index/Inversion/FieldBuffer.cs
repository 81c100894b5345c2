using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>
/// The postings of one field in memory. The words of one document are gathered first, so that each of its terms is written to its chain once: the document's distance to the one before, how often,
/// and the distances of the positions.
/// </summary>
internal sealed class FieldBuffer(string name, TermTable terms, SlicePool pool, bool hasPositions)
{
    /// <summary>For each number of a term its list and one; 0 where the field lacks the term.</summary>
    private int[] _lists = [];
    private Postings[] _postings = new Postings[64];
    private readonly List<long> _norms = [];
    private (int Position, int Next)[] _places = new (int, int)[256];
    private int _placeCount;
    private int[] _met = new int[64];
    private int _metCount;
    private int _document;

    public string Name => name;

    public bool HasPositions => hasPositions;

    /// <summary>Terms of the field.</summary>
    public int Count { get; private set; }

    /// <summary>Documents that have the field.</summary>
    public int Documents { get; private set; }

    public long Occurrences { get; private set; }

    public long Bytes => (Count * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<Postings>()) + (_lists.Length * sizeof(int));

    /// <summary>Notes one occurrence of a term in the document under way. Positions never go back.</summary>
    public void Add(int term, int position)
    {
        if (term >= _lists.Length)
            Array.Resize(ref _lists, Math.Max(term + 1, Math.Max(terms.Count, _lists.Length * 2)));
        var list = _lists[term] - 1;
        if (list < 0)
            list = Begin(term);
        if (_placeCount == _places.Length)
            Array.Resize(ref _places, _placeCount * 2);
        var place = _placeCount++;
        _places[place] = (position, -1);
        ref var postings = ref _postings[list];
        if (postings.Frequency == 0)
        {
            if (_metCount == _met.Length)
                Array.Resize(ref _met, _metCount * 2);
            _met[_metCount++] = list;
            postings.FirstPlace = place;
        }
        else
        {
            _places[postings.LastPlace].Next = place;
        }
        postings.LastPlace = place;
        postings.Frequency++;
    }

    /// <summary>Writes what was gathered as the next document.</summary>
    public void EndDocument()
    {
        if (hasPositions)
            _norms.Add(_placeCount == 0 ? 0 : NewsSimilarity.Instance.ComputeNorm(new FieldInvertState(name, 0, _placeCount, 0, 0, 1f)));
        for (var i = 0; i < _metCount; i++)
            Write(ref _postings[_met[i]]);
        if (_placeCount > 0)
            Documents++;
        Occurrences += _placeCount;
        _placeCount = _metCount = 0;
        _document++;
    }

    /// <summary>The length of the field in a document, as the similarity encodes it.</summary>
    public long NormOf(int document) => document < _norms.Count ? _norms[document] : 0;

    /// <summary>The lists in the order of their terms' bytes.</summary>
    public int[] Sorted()
    {
        var keys = new (ulong Head, int List)[Count];
        for (var list = 0; list < Count; list++)
            keys[list] = (HeadOf(terms[_postings[list].Term]), list);
        Array.Sort(keys, (a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : terms[_postings[a.List].Term].SequenceCompareTo(terms[_postings[b.List].Term]));
        return Array.ConvertAll(keys, k => k.List);
    }

    public ref readonly Postings this[int list] => ref _postings[list];

    public void Clear()
    {
        for (var list = 0; list < Count; list++)
            _lists[_postings[list].Term] = 0;
        Count = Documents = _document = 0;
        Occurrences = 0;
        _norms.Clear();
    }

    private int Begin(int term)
    {
        if (Count == _postings.Length)
            Array.Resize(ref _postings, Count * 2);
        _postings[Count] = new Postings { Term = term, Chain = pool.Begin() };
        _lists[term] = ++Count;
        return Count - 1;
    }

    private void Write(ref Postings postings)
    {
        var step = (uint)(_document - postings.LastDocument);
        postings.LastDocument = _document;
        postings.Documents++;
        postings.Occurrences += postings.Frequency;
        if (!hasPositions)
        {
            pool.Write(ref postings.Chain, step);
            postings.Frequency = 0;
            return;
        }
        // As in Lucene's own lists: the lowest bit says that the term occurs once.
        pool.Write(ref postings.Chain, (step << 1) | (postings.Frequency == 1 ? 1u : 0u));
        if (postings.Frequency > 1)
            pool.Write(ref postings.Chain, (uint)postings.Frequency);
        var before = 0;
        for (var place = postings.FirstPlace; place >= 0; place = _places[place].Next)
        {
            pool.Write(ref postings.Chain, (uint)(_places[place].Position - before));
            before = _places[place].Position;
        }
        postings.Frequency = 0;
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    private static ulong HeadOf(ReadOnlySpan<byte> term)
    {
        ulong head = 0;
        for (var i = 0; i < 8; i++)
            head = (head << 8) | (i < term.Length ? term[i] : 0u);
        return head;
    }

    /// <summary>One term's documents.</summary>
    public struct Postings
    {
        public int Term;
        public int Documents;
        public int Occurrences;
        public SlicePool.Chain Chain;
        public int LastDocument;

        /// <summary>Occurrences in the document under way.</summary>
        public int Frequency;
        public int FirstPlace;
        public int LastPlace;
    }
}
