using System.Globalization;

namespace NewsCorpus.Articles;

/// <summary>How an outlet writes dates in figures, told by those of its articles that read one way only (25/12/2019).</summary>
/// <param name="DayFirst">Articles that put the day first.</param>
/// <param name="MonthFirst">Articles that put the month first.</param>
public readonly record struct DateHabit(int DayFirst, int MonthFirst)
{
    /// <summary>So many times as many must write one way as the other: guest articles and dates copied from elsewhere are few.</summary>
    private const int Clear = 10;

    public DayMonthOrder Order => Most == 0 || Most < Fewest * Clear ? DayMonthOrder.Unknown : DayFirst > MonthFirst ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;

    /// <summary>
    /// Equal for habits that decide alike and are told in the same words; 0 where nothing is decided. It is told roughly beyond ten articles, so that what a habit decided need not be told anew with each article that comes.
    /// </summary>
    public int Code => Order switch
    {
        DayMonthOrder.DayFirst => Size,
        DayMonthOrder.MonthFirst => -Size,
        _ => 0,
    };

    private int Size => Rough * 4 + (Most > Rough ? 2 : 0) + (Fewest > 0 ? 1 : 0);

    private int Most => Math.Max(DayFirst, MonthFirst);

    private int Fewest => Math.Min(DayFirst, MonthFirst);

    /// <summary>Up to ten as it is; else the largest of 10, 20, 50, 100, 200 … that it exceeds.</summary>
    private int Rough
    {
        get
        {
            if (Most <= 10)
                return Most;
            var step = 10;
            while (step * 10 < Most)
                step *= 10;
            return Most > step * 5 ? step * 5 : Most > step * 2 ? step * 2 : step;
        }
    }

    /// <summary>As a clause: "the outlet writes the day first (12 articles)".</summary>
    public override string ToString() => Order == DayMonthOrder.Unknown
        ? "the outlet writes dates in no one way"
        : string.Create(CultureInfo.InvariantCulture, $"the outlet writes the {(Order == DayMonthOrder.DayFirst ? "day" : "month")} first ({(Most > Rough ? "more than " : "")}{Rough} {(Most == 1 ? "article" : "articles")}{(Fewest > 0 ? ", with few exceptions" : "")})");
}
