namespace NewsCorpus.Extraction.People;

/// <summary>A word or a mark of the text: half-open UTF-16 offsets.</summary>
internal readonly record struct Token(int Start, int End)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
