using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>
/// The columns of one segment as plain arrays by document number, so that a pass over the hits decodes nothing. Immutable; kept as long as the segment, whatever is deleted from it.
/// Some 100 bytes a document at eight people each.
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
        Outlets = Read(reader, FieldNames.OutletId);
        Languages = Array.ConvertAll(Read(reader, FieldNames.LanguageNumber), number => (short)number);
        WordCounts = Read(reader, FieldNames.WordCount);
        TextPositions = Read(reader, FieldNames.TextPositions);
        LeadPositions = Read(reader, FieldNames.LeadPositions);
        TitlePositions = Read(reader, FieldNames.TitlePositions);
        ProsePositions = Read(reader, FieldNames.ProsePositions);
        Stories = Read(reader, FieldNames.Story);
        (Agencies, AgencyNames) = ReadNames(reader, FieldNames.AgencyName);
        People = IdTable.Load(reader, FieldNames.People);
        Tags = IdTable.Load(reader, FieldNames.Tags);
        Speakers = IdTable.Load(reader, FieldNames.Speakers);
        MaxOutlet = Outlets.Length == 0 ? 0 : Outlets.Max();
        Dates = DateColumns.Load(minutes, Numbers(reader, FieldNames.Precision));
        Estimated = Dates.With(Numbers(reader, FieldNames.EstimatedDay));
    }

    public long[] Ids { get; }

    public long MaxId { get; }

    /// <summary>Dates as they are known.</summary>
    public DateColumns Dates { get; }

    /// <summary>The same, with estimated days for undated articles that have one.</summary>
    public DateColumns Estimated { get; }

    /// <summary>Outlet ids; 0 where none.</summary>
    public int[] Outlets { get; }

    /// <summary>As <see cref="Articles.LanguageCodes.Number"/> gives them; 0 where none is known.</summary>
    public short[] Languages { get; }

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

    /// <summary>Each document's agency as its place in <see cref="AgencyNames"/>.</summary>
    public int[] Agencies { get; }

    /// <summary>The agencies of the segment, sorted; "" for none.</summary>
    public string[] AgencyNames { get; }

    public IdTable People { get; }

    public IdTable Tags { get; }

    /// <summary>People who say something.</summary>
    public IdTable Speakers { get; }

    public int MaxOutlet { get; }

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

    private static (int[] Column, string[] Names) ReadNames(AtomicReader reader, string field)
    {
        var values = reader.GetSortedDocValues(field) ?? throw new CorruptIndexException($"segment without the column {field}");
        var column = new int[reader.MaxDoc];
        for (var doc = 0; doc < column.Length; doc++)
            column[doc] = values.GetOrd(doc);
        var names = new string[values.ValueCount];
        var value = new BytesRef();
        for (var ordinal = 0; ordinal < names.Length; ordinal++)
        {
            values.LookupOrd(ordinal, value);
            names[ordinal] = value.Utf8ToString();
        }
        return (column, names);
    }

    private static NumericDocValues Numbers(AtomicReader reader, string field) =>
        reader.GetNumericDocValues(field) ?? throw new CorruptIndexException($"segment without the column {field}");
}

/// <summary>Several ids a document: those of document d are <c>Values[Starts[d]..Starts[d + 1]]</c>.</summary>
internal sealed class IdTable
{
    private IdTable(int[] starts, int[] values, int max)
    {
        Starts = starts;
        Values = values;
        Max = max;
    }

    public int[] Starts { get; }

    public int[] Values { get; }

    /// <summary>Largest id.</summary>
    public int Max { get; }

    /// <summary>The ids of one document.</summary>
    public ReadOnlySpan<int> Of(int doc) => Values.AsSpan(Starts[doc], Starts[doc + 1] - Starts[doc]);

    public static IdTable Load(AtomicReader reader, string field)
    {
        var bytes = reader.GetBinaryDocValues(field) ?? throw new CorruptIndexException($"segment without the column {field}");
        var starts = new int[reader.MaxDoc + 1];
        var values = new int[Math.Max(16, reader.MaxDoc * 4)];
        var value = new BytesRef();
        var count = 0;
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            bytes.Get(doc, value);
            count = IdList.Read(value, ref values, count);
            starts[doc + 1] = count;
        }
        Array.Resize(ref values, count);
        return new(starts, values, count == 0 ? 0 : values.Max());
    }
}
