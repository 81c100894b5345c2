namespace NewsCorpus.Extraction.Text;

/// <summary>A stretch of a text in UTF-16 offsets, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}
