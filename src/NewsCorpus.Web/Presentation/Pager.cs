namespace NewsCorpus.Web.Presentation;

/// <param name="Url">Null for a gap between numbers.</param>
public sealed record PagerStep(int Number, string? Url);

/// <summary>Links to the pages of a list: the first, the last, and those around the current one.</summary>
public sealed record Pager(int Current, int Last, IReadOnlyList<PagerStep> Steps, string? Previous, string? Next)
{
    private const int Around = 2;

    /// <summary>What it is called, where a page has several.</summary>
    public string Label { get; init; } = "Pages";

    public static Pager Of(int current, int total, int size, Func<int, string> url)
    {
        var last = Math.Max(1, (int)(((long)total + size - 1) / size));
        var steps = new List<PagerStep>();
        var centre = Math.Min(current, last);
        var shown = Enumerable.Range(centre - Around, 2 * Around + 1).Append(1).Append(last).Where(n => n >= 1 && n <= last).Distinct().Order();
        foreach (var number in shown)
        {
            if (steps.Count > 0 && steps[^1].Number + 1 < number)
                steps.Add(new PagerStep(0, null));
            steps.Add(new PagerStep(number, url(number)));
        }
        return new Pager(
            current,
            last,
            steps,
            current > 1 ? url(Math.Min(current - 1, last)) : null,
            current < last ? url(current + 1) : null);
    }
}
