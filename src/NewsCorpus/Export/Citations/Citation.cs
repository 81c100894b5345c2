namespace NewsCorpus.Export.Citations;

/// <summary>A stretch of a reference.</summary>
public sealed record CitationPart(string Text, bool IsItalic = false);

/// <summary>A reference to one article in the words of a style.</summary>
/// <param name="Style">"APA".</param>
public sealed record Citation(string Style, IReadOnlyList<CitationPart> Parts)
{
    /// <summary>The same without italics.</summary>
    public override string ToString() => string.Concat(Parts.Select(p => p.Text));

    /// <summary>Sentences one after another; null ones are left out.</summary>
    internal static Citation Of(string style, params ReadOnlySpan<CitationPart?> parts) => new(style, [.. parts.ToArray().OfType<CitationPart>()]);
}
