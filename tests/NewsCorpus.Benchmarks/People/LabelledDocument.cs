namespace NewsCorpus.Benchmarks.People;

/// <summary>A name as the annotators marked it. Class as in <c>Labels</c>: 1 person, 2 organisation, 3 place, 4 other.</summary>
internal readonly record struct GoldSpan(int Start, int End, int Class);

/// <summary>A text with its names. Lines are blocks.</summary>
internal sealed record LabelledDocument(string Name, string Outlet, string Text, IReadOnlyList<GoldSpan> Spans)
{
    /// <summary>The lines that hold words, without the address that some texts start with.</summary>
    public IEnumerable<(int Start, int End)> Lines()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0)
                end = Text.Length;
            if (!Text.AsSpan(start, end - start).Trim().IsEmpty && !Text.AsSpan(start, end - start).StartsWith("http"))
                yield return (start, end);
            start = end + 1;
        }
    }
}
