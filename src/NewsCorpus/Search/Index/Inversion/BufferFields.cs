using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>The fields of a buffer, their terms in order, and the documents of each term.</summary>
internal sealed class BufferFields(SegmentBuffer buffer) : Fields
{
    public override int Count => buffer.Fields.Count;

    public override IEnumerator<string> GetEnumerator() => buffer.Fields.Where(f => f.Value.Count > 0).Select(f => f.Key).GetEnumerator();

    public override Terms? GetTerms(string field) => buffer.Fields.TryGetValue(field, out var words) && words.Count > 0 ? new FieldTerms(buffer, words) : null;

    private sealed class FieldTerms(SegmentBuffer buffer, FieldBuffer postings) : Terms
    {
        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override long Count => postings.Count;

        public override long SumTotalTermFreq => postings.HasPositions ? postings.Occurrences : -1;

        public override long SumDocFreq => -1;

        public override int DocCount => postings.Documents;

        public override bool HasFreqs => postings.HasPositions;

        public override bool HasOffsets => false;

        public override bool HasPositions => postings.HasPositions;

        public override bool HasPayloads => false;

        public override TermsEnum GetEnumerator() => new SortedTerms(buffer, postings);
    }

    private sealed class SortedTerms(SegmentBuffer buffer, FieldBuffer postings) : TermsEnum
    {
        private readonly int[] _lists = postings.Sorted();
        private readonly TermTable _terms = buffer.TermsOf(postings);
        private readonly BytesRef _term = new(64);
        private int _at = -1;

        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override BytesRef Term => _term;

        public override long Ord => _at;

        public override int DocFreq => postings[_lists[_at]].Documents;

        public override long TotalTermFreq => postings.HasPositions ? postings[_lists[_at]].Occurrences : -1;

        public override bool MoveNext()
        {
            if (_at + 1 >= _lists.Length)
                return false;
            var bytes = _terms[postings[_lists[++_at]].Term];
            if (_term.Bytes.Length < bytes.Length)
                _term.Bytes = new byte[bytes.Length];
            bytes.CopyTo(_term.Bytes);
            _term.Length = bytes.Length;
            return true;
        }

        [Obsolete("Use MoveNext instead.")]
        public override BytesRef? Next() => MoveNext() ? _term : null;

        public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException("a buffer is read in order");

        public override void SeekExact(long ord) => throw new NotSupportedException("a buffer is read in order");

        public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => Of(liveDocs, reuse);

        public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => postings.HasPositions ? Of(liveDocs, reuse) : null;

        private TermDocuments Of(IBits? live, DocsEnum? reuse)
        {
            var documents = reuse as TermDocuments ?? new TermDocuments(buffer.Pool);
            documents.Reset(postings[_lists[_at]], postings.HasPositions, live);
            return documents;
        }
    }

    private sealed class TermDocuments(SlicePool pool) : DocsAndPositionsEnum
    {
        private SlicePool.ChainReader _reader;
        private IBits? _live;
        private bool _hasPositions;
        private int _left;
        private int _document;
        private int _frequency;
        private int _unread;
        private int _position;

        public override int DocID => _document;

        public override int Freq => _frequency;

        public override int StartOffset => -1;

        public override int EndOffset => -1;

        public void Reset(in FieldBuffer.Postings term, bool hasPositions, IBits? live)
        {
            _reader = term.Chain.Read();
            _left = term.Documents;
            _hasPositions = hasPositions;
            _live = live;
            _document = -1;
            _unread = 0;
            _frequency = 1;
        }

        public override int NextDoc()
        {
            do
            {
                for (; _unread > 0; _unread--)
                    pool.Read(ref _reader);
                if (_left-- <= 0)
                    return _document = NO_MORE_DOCS;
                var step = pool.Read(ref _reader);
                var isFirst = _document < 0;
                if (_hasPositions)
                {
                    _frequency = (step & 1) != 0 ? 1 : (int)pool.Read(ref _reader);
                    step >>= 1;
                    _unread = _frequency;
                    _position = 0;
                }
                _document = isFirst ? (int)step : _document + (int)step;
            }
            while (_live?.Get(_document) == false);
            return _document;
        }

        public override int Advance(int target) => SlowAdvance(target);

        public override int NextPosition()
        {
            _unread--;
            return _position += (int)pool.Read(ref _reader);
        }

        public override BytesRef? GetPayload() => null;

        public override long GetCost() => _left;
    }
}
