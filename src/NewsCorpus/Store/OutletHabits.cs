using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>How outlets write dates in figures, counted from their articles by an index that holds nothing but those that tell. Each outlet is asked for once.</summary>
internal sealed class OutletHabits(CorpusDbContext db)
{
    private readonly Dictionary<int, DateHabit> _known = [];

    /// <param name="outletId">Null where the outlet is not known: nothing tells then.</param>
    public DateHabit Of(int? outletId)
    {
        if (outletId is not { } id)
            return default;
        if (!_known.TryGetValue(id, out var habit))
            _known[id] = habit = new DateHabit(Count(id, DayMonthOrder.DayFirst), Count(id, DayMonthOrder.MonthFirst));
        return habit;
    }

    private int Count(int outlet, DayMonthOrder order) => db.Articles.Count(a => a.OutletId == outlet && a.DateOrder == order);
}
