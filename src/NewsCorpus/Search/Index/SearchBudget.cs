namespace NewsCorpus.Search.Index;

/// <summary>
/// What one search may cost. Wildcards share a number of words that are looked at and one of words that are searched; going through the articles has a time.
/// What is spent ends the work, not the search: it answers with what was found and says so. Safe for threads.
/// </summary>
internal sealed class SearchBudget(TimeSpan time)
{
    /// <summary>Words of the index that all patterns of a query may look at together: a third of a second's work.</summary>
    private const int MostLookedAt = 2_000_000;

    /// <summary>Words that all patterns of a query may stand for together.</summary>
    private const int MostWords = 20_000;

    /// <summary>What each pattern may have when all is spent, so that none is passed over.</summary>
    private const int LeastLookedAt = 2_000;
    private const int LeastWords = 20;

    private long _start = Environment.TickCount64;
    private volatile bool _wasCut;
    private int _lookedAt = MostLookedAt;
    private int _words = MostWords;

    /// <summary>For a search that somebody waits for.</summary>
    public static SearchBudget OfPage() => new(TimeSpan.FromSeconds(5));

    /// <summary>For one whose results must be complete.</summary>
    public static SearchBudget Unlimited() => new(TimeSpan.MaxValue);

    /// <summary>Whether work was left undone for want of time.</summary>
    public bool WasCut => _wasCut;

    public double Seconds => time.TotalSeconds;

    /// <summary>Words that the next pattern may look at.</summary>
    public int LookedAt(int most) => Math.Clamp(_lookedAt, Math.Min(most, LeastLookedAt), most);

    /// <summary>Words that the next pattern may stand for.</summary>
    public int Words(int most) => Math.Clamp(_words, Math.Min(most, LeastWords), most);

    /// <summary>The time begins: what came before, the looking up of words, is bounded by their number.</summary>
    public void Begin() => _start = Environment.TickCount64;

    /// <summary>Whether the time is over. Whoever is told so leaves the rest of its work.</summary>
    public bool MustStop()
    {
        if (Environment.TickCount64 - _start <= time.TotalMilliseconds)
            return false;
        _wasCut = true;
        return true;
    }

    public void Spend(int lookedAt, int words)
    {
        Interlocked.Add(ref _lookedAt, -lookedAt);
        Interlocked.Add(ref _words, -words);
    }
}
