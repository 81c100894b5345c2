using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>The words of the article as the page's JSON-LD states them (schema.org articleBody): often cut, often without paragraphs, but never another article's.</summary>
internal sealed class StatedBody
{
    private const int MinLength = 300;
    private const int MaxLength = 400_000;
    private const int Sample = 30;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly string letters;

    private StatedBody(string text)
    {
        Text = text;
        letters = Letters(text);
    }

    public string Text { get; }

    /// <summary>The longest body that the page states; null where it states none of some length.</summary>
    public static StatedBody? Find(IHtmlDocument document)
    {
        var best = "";
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
            if (script.TextContent is { Length: <= MaxLength } json && json.Contains("\"articleBody\"", StringComparison.Ordinal))
                best = Longest(json, best);
        return best.Length >= MinLength ? new StatedBody(best) : null;
    }

    /// <summary>Whether a run of text begins or ends as some words of the body do.</summary>
    public bool Has(ReadOnlySpan<char> run)
    {
        var head = Letters(run[..Math.Min(run.Length, Sample * 3)]);
        if (head.Length < Sample / 2)
            return false;
        return letters.Contains(head[..Math.Min(head.Length, Sample)], StringComparison.Ordinal) || letters.Contains(Tail(run), StringComparison.Ordinal);
    }

    private static string Tail(ReadOnlySpan<char> run)
    {
        var tail = Letters(run[Math.Max(0, run.Length - Sample * 3)..]);
        return tail[Math.Max(0, tail.Length - Sample)..];
    }

    private static string Longest(string json, string best)
    {
        try
        {
            // Real pages have raw line breaks inside strings, which JSON forbids.
            using var document = JsonDocument.Parse(json.ReplaceLineEndings(" ").Replace('\t', ' '), Options);
            var open = new Stack<JsonElement>([document.RootElement]);
            while (open.TryPop(out var element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                    foreach (var item in element.EnumerateArray())
                        open.Push(item);
                if (element.ValueKind != JsonValueKind.Object)
                    continue;
                foreach (var property in element.EnumerateObject())
                {
                    if (property.NameEquals("articleBody") && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { } text && text.Length > best.Length)
                        best = text;
                    open.Push(property.Value);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // That it cannot be read is noted where the page's metadata are.
            return best;
        }
        return best;
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToLowerInvariant(c));
        return result.ToString();
    }
}
