namespace NewsCorpus.Articles;

/// <summary>What the date of an article is under each order of day and month, where nothing in the article tells which it is ("03/04/2020"): its outlet's other articles may.</summary>
/// <param name="Undecided">Where they do not tell either: by the place of the outlet, else what is sure of the date.</param>
public sealed record OpenDate(DateFinding Undecided, DateFinding DayFirst, DateFinding MonthFirst)
{
    public DateFinding Of(DateHabit habit)
    {
        var chosen = habit.Order switch { DayMonthOrder.DayFirst => DayFirst, DayMonthOrder.MonthFirst => MonthFirst, _ => Undecided };
        if (habit.Order == DayMonthOrder.Unknown || chosen.Evidence.Count == 0)
            return chosen;
        var first = chosen.Evidence[0];
        var note = $"Read {(habit.Order == DayMonthOrder.DayFirst ? "day" : "month")} first, because {habit}.";
        return chosen with { Evidence = [first with { Note = first.Note is null ? note : $"{note} {first.Note}" }, .. chosen.Evidence.Skip(1)] };
    }
}
