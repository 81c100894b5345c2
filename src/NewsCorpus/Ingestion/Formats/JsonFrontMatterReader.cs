using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>JSON front matter: an object from "{" to "}" with a text below it, as Hugo has it, or one between two lines of three semicolons (the braces may be missing there).</summary>
public sealed class JsonFrontMatterReader : IArticleReader
{
    private const string Fence = ";;;";

    public string Name => "json-front-matter";

    public int Version => 1;

    public bool CanRead(DecodedSource source)
    {
        if (FencedBlock.OpeningFence(source.Text, Fence) is { } start)
            return source.Text.AsSpan(start).TrimStart() is ['{' or '"' or ';', ..];
        return Unfenced(source) is not null;
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        string json;
        int line, body;
        if (FencedBlock.OpeningFence(source.Text, Fence) is not null)
        {
            var block = FencedBlock.Find(source, Fence);
            (json, line, body) = (block.Text, block.FirstLine, block.BodyStart);
            if (json.AsSpan().TrimStart() is not ['{', ..])
                json = $"{{{json}}}";
        }
        else
        {
            var (start, end) = Unfenced(source) ?? throw new ArgumentException("no front matter", nameof(source));
            (json, line, body) = (source.Text[start..end], CleanText.LineAt(source.Text, start), end);
        }
        var fields = new FieldList("front matter");
        foreach (var field in JsonFields.Parse(json, line, source.Limits, "The front matter"))
            fields.Add(FrontMatterKeys.Own(field.Path.ToLowerInvariant()), field.Value, field.Line);
        yield return FencedBlock.Draft(source, body, fields.Fields);
    }

    /// <summary>An object with a text below it. Without a text it is a data file, with another object below it a file of JSON Lines.</summary>
    private static (int Start, int End)? Unfenced(DecodedSource source)
    {
        var text = source.Text;
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == text.Length || text[start] != '{' || text.AsSpan(start + 1).TrimStart() is not ['"', ..])
            return null;
        if (JsonText.EndOfValue(text, start, source.Limits.MaxFrontMatterLength) is not { } end)
            return null;
        var rest = text.AsSpan(end);
        var below = rest.TrimStart();
        var parted = rest[..(rest.Length - below.Length)].Contains('\n');
        return parted && below.Length > 0 && below[0] is not ('{' or '[' or ',') ? (start, end) : null;
    }
}
