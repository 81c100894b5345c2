using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>TOML front matter between two lines of three plus signs, as Hugo and Zola have it, over a body in Markdown, HTML or plain text.</summary>
public sealed class TomlFrontMatterReader : IArticleReader
{
    private const string Fence = "+++";

    public string Name => "toml-front-matter";

    public int Version => 1;

    /// <summary>An opening fence, and below it a key, a table or the closing fence.</summary>
    public bool CanRead(DecodedSource source)
    {
        if (FencedBlock.OpeningFence(source.Text, Fence) is not { } start)
            return false;
        foreach (var line in source.Text.AsSpan(start).EnumerateLines())
        {
            var words = line.Trim();
            if (words.Length > 0 && words[0] != '#')
                return words[0] == '[' || words is Fence || words.Contains('=');
        }
        return false;
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var block = FencedBlock.Find(source, Fence);
        var fields = FrontMatterToml.Read(block.Text, block.FirstLine, source.Limits);
        yield return FencedBlock.Draft(source, block.BodyStart, fields);
    }
}
