using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>
/// What facets count of the documents of a segment, all of one document side by side: counting a hit touches two or three lines of memory, where a column for each facet touches a dozen.
/// Immutable; some 70 bytes a document at eight people each.
/// </summary>
internal sealed class FacetRows
{
    private const int HeadLength = 4;

    private readonly int[] _starts;
    private readonly int[] _values;

    private FacetRows(int[] starts, int[] values, string[] agencyNames)
    {
        (_starts, _values, AgencyNames) = (starts, values, agencyNames);
        for (var doc = 0; doc < starts.Length - 1; doc++)
        {
            var row = Of(doc);
            MaxOutlet = Math.Max(MaxOutlet, row.Outlet);
            foreach (var id in row.Tags)
                MaxTag = Math.Max(MaxTag, id);
            foreach (var id in row.Speakers)
                MaxPerson = Math.Max(MaxPerson, id);
            foreach (var id in row.People)
                MaxPerson = Math.Max(MaxPerson, id);
        }
    }

    /// <summary>The agencies of the segment, sorted; "" for none.</summary>
    public string[] AgencyNames { get; }

    public int MaxOutlet { get; }

    /// <summary>Largest id of those who are named or say something.</summary>
    public int MaxPerson { get; }

    public int MaxTag { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FacetRow Of(int doc) => new(_values.AsSpan(_starts[doc], _starts[doc + 1] - _starts[doc]));

    /// <exception cref="CorruptIndexException">The segment lacks a column.</exception>
    public static FacetRows Load(AtomicReader reader)
    {
        var (outlets, languages) = (SegmentColumns.Numbers(reader, FieldNames.OutletId), SegmentColumns.Numbers(reader, FieldNames.LanguageNumber));
        var agencies = reader.GetSortedDocValues(FieldNames.AgencyName) ?? throw Missing(FieldNames.AgencyName);
        var (tags, speakers, people) = (Ids(reader, FieldNames.Tags), Ids(reader, FieldNames.Speakers), Ids(reader, FieldNames.People));
        var starts = new int[reader.MaxDoc + 1];
        var values = new int[Math.Max(16, reader.MaxDoc * (HeadLength + 4))];
        var list = new BytesRef();
        var count = 0;
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (values.Length < count + HeadLength)
                Array.Resize(ref values, values.Length * 2);
            var head = count;
            values[head] = checked((int)outlets.Get(doc));
            values[head + 1] = (agencies.GetOrd(doc) << 16) | (int)languages.Get(doc);
            var end = Read(tags, head + HeadLength);
            values[head + 2] = end - head - HeadLength;
            count = Read(speakers, end);
            values[head + 3] = count - end;
            count = Read(people, count);
            starts[doc + 1] = count;

            int Read(BinaryDocValues ids, int at)
            {
                ids.Get(doc, list);
                return IdList.Read(list, ref values, at);
            }
        }
        Array.Resize(ref values, count);
        return new(starts, values, Names(agencies));
    }

    private static BinaryDocValues Ids(AtomicReader reader, string field) => reader.GetBinaryDocValues(field) ?? throw Missing(field);

    private static CorruptIndexException Missing(string field) => new($"segment without the column {field}");

    private static string[] Names(SortedDocValues values)
    {
        var names = new string[values.ValueCount];
        var value = new BytesRef();
        for (var ordinal = 0; ordinal < names.Length; ordinal++)
        {
            values.LookupOrd(ordinal, value);
            names[ordinal] = value.Utf8ToString();
        }
        return names;
    }
}

/// <summary>One document's: outlet, agency and language, how many tags and speakers there are, then the tags, the speakers and the people.</summary>
internal readonly ref struct FacetRow(ReadOnlySpan<int> row)
{
    private readonly ReadOnlySpan<int> _row = row;

    /// <summary>Outlet id; 0 for none.</summary>
    public int Outlet => _row[0];

    /// <summary>Place in <see cref="FacetRows.AgencyNames"/>.</summary>
    public int Agency => _row[1] >> 16;

    /// <summary>As <see cref="Articles.LanguageCodes.Number"/> gives it; 0 where it is not known.</summary>
    public int Language => _row[1] & 0xFFFF;

    public ReadOnlySpan<int> Tags => _row.Slice(4, _row[2]);

    /// <summary>People who say something.</summary>
    public ReadOnlySpan<int> Speakers => _row.Slice(4 + _row[2], _row[3]);

    public ReadOnlySpan<int> People => _row[(4 + _row[2] + _row[3])..];
}
