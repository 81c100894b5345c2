namespace NewsCorpus.Extraction.Dates;

/// <summary>When an undated article was probably published. Never its date.</summary>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Reasons">Why, one clause each, e.g. "the text speaks of 8 January 2026 as past".</param>
public sealed record DateEstimate(DateOnly From, DateOnly To, IReadOnlyList<string> Reasons)
{
    /// <summary>Length of the window in days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>A dated article of the corpus that names people whom an undated one names too.</summary>
/// <param name="Weight">How telling the shared names are: the sum over them of ln(N / n), where n of the N dated articles name the person. In nats.</param>
public readonly record struct DatedPeer(DateOnly Day, double Weight);
