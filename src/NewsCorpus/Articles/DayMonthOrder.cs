namespace NewsCorpus.Articles;

/// <summary>Which part of a date in numbers alone, such as 03/04/2025, is the day.</summary>
public enum DayMonthOrder
{
    /// <summary>Nothing says; a date that reads both ways is refused.</summary>
    Unknown,
    DayFirst,
    MonthFirst,
}
