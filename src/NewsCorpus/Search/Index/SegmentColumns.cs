using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NewsCorpus.Search.Index;

/// <summary>
/// The columns of one segment as plain arrays by document number, so that a pass over the hits decodes nothing. Immutable; kept as long as the segment, whatever is deleted from it.
/// Some 120 bytes a document at eight people each.
/// </summary>
internal sealed class SegmentColumns
{
    public const int MinutesADay = 1440;

    private static readonly ConditionalWeakTable<object, SegmentColumns> Loaded = [];

    private SegmentColumns(AtomicReader reader)
    {
        Ids = new long[reader.MaxDoc];
        var ids = Numbers(reader, FieldNames.Id);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
            MaxId = Math.Max(MaxId, Ids[doc] = ids.Get(doc));
        var minutes = Read(reader, FieldNames.Minute);
        WordCounts = Read(reader, FieldNames.WordCount);
        TextPositions = Read(reader, FieldNames.TextPositions);
        LeadPositions = Read(reader, FieldNames.LeadPositions);
        TitlePositions = Read(reader, FieldNames.TitlePositions);
        ProsePositions = Read(reader, FieldNames.ProsePositions);
        Stories = Read(reader, FieldNames.Story);
        MaxStory = Stories.Length == 0 ? 0 : Stories.Max();
        Rows = FacetRows.Load(reader);
        Dates = DateColumns.Load(minutes, Numbers(reader, FieldNames.Precision));
        Estimated = Dates.With(Numbers(reader, FieldNames.EstimatedDay));
    }

    public long[] Ids { get; }

    public long MaxId { get; }

    /// <summary>Dates as they are known.</summary>
    public DateColumns Dates { get; }

    /// <summary>The same, with estimated days for undated articles that have one.</summary>
    public DateColumns Estimated { get; }

    public int[] WordCounts { get; }

    /// <summary>Positions of the content field that belong to the text: those below this number.</summary>
    public int[] TextPositions { get; }

    /// <summary>Those of the text below this number belong to the first paragraphs, see <see cref="LeadEnd"/>.</summary>
    public int[] LeadPositions { get; }

    /// <summary>Those from the end of the text up to this number belong to the title.</summary>
    public int[] TitlePositions { get; }

    /// <summary>Those below this number belong to text, title or captions.</summary>
    public int[] ProsePositions { get; }

    /// <summary>The story that each document shares with others, 0 where it has no copies. Article ids, which are counted from 1 and do not reach beyond 32 bits here.</summary>
    public int[] Stories { get; }

    /// <summary>Largest of <see cref="Stories"/>.</summary>
    public int MaxStory { get; }

    /// <summary>What facets count.</summary>
    public FacetRows Rows { get; }

    /// <summary>The columns of a segment, loaded when first asked for.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Loaded.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    private static int[] Read(AtomicReader reader, string field)
    {
        var numbers = Numbers(reader, field);
        var column = new int[reader.MaxDoc];
        for (var doc = 0; doc < column.Length; doc++)
            column[doc] = checked((int)numbers.Get(doc));
        return column;
    }

    internal static NumericDocValues Numbers(AtomicReader reader, string field) =>
        reader.GetNumericDocValues(field) ?? throw new CorruptIndexException($"segment without the column {field}");
}
