using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NewsCorpus.Search.Index;

/// <summary>The documents of one segment in the order of their revisions, so that what has changed is found without a look at what has not. Immutable; made when first asked for, 12 bytes a document.</summary>
internal sealed class SegmentRevisions
{
    private static readonly ConditionalWeakTable<object, SegmentRevisions> Loaded = [];

    private readonly long[] _revisions;
    private readonly int[] _docs;

    private SegmentRevisions(AtomicReader reader)
    {
        var revisions = reader.GetNumericDocValues(FieldNames.Revision) ?? throw new CorruptIndexException($"segment without the column {FieldNames.Revision}");
        _revisions = new long[reader.MaxDoc];
        _docs = new int[reader.MaxDoc];
        for (var doc = 0; doc < _docs.Length; doc++)
            (_revisions[doc], _docs[doc]) = (revisions.Get(doc), doc);
        Array.Sort(_revisions, _docs);
    }

    public static SegmentRevisions Of(AtomicReader reader) => Loaded.GetValue(reader.CoreCacheKey, _ => new SegmentRevisions(reader));

    /// <summary>The documents of later revisions, in the order of the segment.</summary>
    public int[] After(long revision)
    {
        // No two documents have one revision.
        var at = Array.BinarySearch(_revisions, revision + 1);
        var docs = _docs[(at < 0 ? ~at : at)..];
        Array.Sort(docs);
        return docs;
    }
}
