using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>
/// The columns of one segment as plain arrays by document number, so that a pass over the hits decodes nothing. Immutable; kept as long as the segment, whatever is deleted from it.
/// Some 60 bytes a document at eight people each.
/// </summary>
internal sealed class SegmentColumns
{
    public const int MinutesADay = 1440;

    private static readonly ConditionalWeakTable<object, SegmentColumns> Loaded = [];

    private SegmentColumns(int documents)
    {
        Ids = new long[documents];
        Minutes = new int[documents];
        LastDays = new int[documents];
        Outlets = new int[documents];
        TextPositions = new int[documents];
        Months = new int[documents];
    }

    public long[] Ids { get; }

    /// <summary>Day number times <see cref="MinutesADay"/>, plus the minute of the day; -1 where undated.</summary>
    public int[] Minutes { get; }

    /// <summary>Number of the last day that the date may mean; -1 where undated.</summary>
    public int[] LastDays { get; }

    /// <summary>Outlet ids; 0 where none.</summary>
    public int[] Outlets { get; }

    /// <summary>Positions of the content field that belong to the text.</summary>
    public int[] TextPositions { get; }

    public IdTable People { get; private init; } = IdTable.Empty;

    public IdTable Tags { get; private init; } = IdTable.Empty;

    /// <summary>Year times 12 plus month, from 0; 0 where no month is known.</summary>
    public int[] Months { get; }

    public int MaxOutlet { get; private set; }

    /// <summary>The columns of a segment, loaded when first asked for.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Loaded.GetValue(reader.CoreCacheKey, _ => Load(reader));

    private static SegmentColumns Load(AtomicReader reader)
    {
        var columns = new SegmentColumns(reader.MaxDoc)
        {
            People = IdTable.Load(reader, FieldNames.People),
            Tags = IdTable.Load(reader, FieldNames.Tags),
        };
        var ids = Numbers(reader, FieldNames.Id);
        var minutes = Numbers(reader, FieldNames.Minute);
        var precisions = Numbers(reader, FieldNames.Precision);
        var outlets = Numbers(reader, FieldNames.OutletId);
        var positions = Numbers(reader, FieldNames.TextPositions);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            columns.Ids[doc] = ids.Get(doc);
            columns.Minutes[doc] = (int)minutes.Get(doc);
            SetDate(columns, doc, (DatePrecision)precisions.Get(doc));
            columns.Outlets[doc] = (int)outlets.Get(doc);
            columns.TextPositions[doc] = (int)positions.Get(doc);
            columns.MaxOutlet = Math.Max(columns.MaxOutlet, columns.Outlets[doc]);
        }
        return columns;
    }

    private static NumericDocValues Numbers(AtomicReader reader, string field) =>
        reader.GetNumericDocValues(field) ?? throw new CorruptIndexException($"segment without the column {field}");

    private static void SetDate(SegmentColumns columns, int doc, DatePrecision precision)
    {
        var minute = columns.Minutes[doc];
        if (minute < 0)
        {
            columns.LastDays[doc] = -1;
            return;
        }
        var date = new ArticleDate(DateOnly.FromDayNumber(minute / MinutesADay), precision);
        columns.LastDays[doc] = date.LastDay.DayNumber;
        columns.Months[doc] = precision == DatePrecision.Year ? 0 : (date.Day.Year * 12) + date.Day.Month - 1;
    }
}

/// <summary>Several ids a document: those of document d are <c>Values[Starts[d]..Starts[d + 1]]</c>.</summary>
internal sealed class IdTable
{
    public static IdTable Empty { get; } = new([0], [], 0);

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
