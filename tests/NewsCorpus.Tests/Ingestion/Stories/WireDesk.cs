using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Tests.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Stories;

/// <summary>A folder of invented stories and their copies, and the stories that the corpus makes of them.</summary>
internal static class WireDesk
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The paragraphs of a story: the same for the same number.</summary>
    public static string[] Story(int number, int paragraphs = 6) => new InventedText(number).Paragraphs(paragraphs);

    public static void File(this TestCorpus corpus, string name, IEnumerable<string> paragraphs, string? outlet = null, string? date = null, string? agency = null)
    {
        var fields = new (string Key, string? Value)[] { ("title", $"Title of {name}"), ("publisher", outlet), ("date", date), ("agency", agency) };
        var head = string.Concat(fields.Where(f => f.Value is not null).Select(f => $"{f.Key}: {f.Value}\n"));
        corpus.Write(name + ".md", $"---\n{head}---\n{string.Join("\n\n", paragraphs)}\n");
    }

    /// <summary>Each story of more than one article, by the names of its files: "a b, c d e".</summary>
    public static async Task<string> StoriesAsync(this TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var rows = await db.Articles.Where(a => a.StoryId != null).Select(a => new { a.Id, a.StoryId, a.SourceFile!.Path }).ToListAsync(Token);
        Assert.All(rows.GroupBy(r => r.StoryId), story => Assert.Equal(story.Key, story.Min(r => r.Id)));
        return string.Join(", ", rows.GroupBy(r => r.StoryId).Select(g => string.Join(' ', g.Select(r => Path.GetFileNameWithoutExtension(r.Path)).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    public static async Task<long> IdAsync(this TestCorpus corpus, string name)
    {
        await using var db = corpus.Database();
        return await db.Articles.Where(a => a.SourceFile!.Path == name + ".md").Select(a => a.Id).SingleAsync(Token);
    }

    public static async Task<List<CopyLink>> LinksAsync(this TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.CopyLinks.AsNoTracking().OrderBy(l => l.ArticleId).ThenBy(l => l.OtherId).ToListAsync(Token);
    }

    /// <summary>All that the database says of copies, and the number of its last change.</summary>
    public static async Task<string> StateAsync(this TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var revision = await db.Articles.MaxAsync(a => (long?)a.Revision, Token);
        var pages = await db.CopyKeyPages.CountAsync(Token);
        var links = string.Join(' ', (await corpus.LinksAsync()).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.ArticleId}-{l.OtherId}:{l.Kind}:{l.Similarity}:{l.Groups}")));
        return $"{await corpus.StoriesAsync()} | {links} | {revision} | {pages}";
    }
}
