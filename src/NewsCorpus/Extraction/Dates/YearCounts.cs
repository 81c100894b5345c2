namespace NewsCorpus.Extraction.Dates;

/// <summary>Years that are not counted from the birth of Christ.</summary>
internal static class YearCounts
{
    /// <summary>Thai counts years from 543 before ours.</summary>
    public static int OfThai(int year, ReadOnlySpan<char> text) => year is >= 2400 and <= 2700 && text.ContainsAnyInRange('\u0E01', '\u0E5B') ? year - 543 : year;

    /// <summary>The year of a Japanese era (Reiwa from 2019, Heisei from 1989), counted from one, that stands at the cursor, which moves past it; 0 where none does.</summary>
    public static int OfEra(ref DateCursor cursor)
    {
        var before = cursor.Text[cursor.At..] is ['令', '和', ..] ? 2018 : cursor.Text[cursor.At..] is ['平', '成', ..] ? 1988 : 0;
        if (before == 0)
            return 0;
        cursor.At += 2;
        return cursor.Number(1, 2) is > 0 and var year ? before + year : 0;
    }
}
