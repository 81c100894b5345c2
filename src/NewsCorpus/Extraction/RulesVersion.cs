namespace NewsCorpus.Extraction;

/// <summary>Version of all readers and rules together. Stored with each file: one that was read by other rules is read again by the next run.</summary>
public static class RulesVersion
{
    /// <summary>Raise it when a reader or rule gives another result for the same bytes.</summary>
    public const int Current = 9;
}
