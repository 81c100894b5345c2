using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store.Verification;
using Xunit;

namespace NewsCorpus.Tests.Store.Verification;

public sealed class DatabaseVerifierTests
{
    private const string Orchard = "---\ntitle: The orchard is picked\ndate: 2025-09-02\npublisher: Low Fields Gazette\n---\nThe orchard at Low Fields was picked on Tuesday, said grower Wendel Ashby.\n\n“The pears are early,” Ashby said.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_nothing_after_additions_changes_rejections_moves_and_archives()
    {
        await using var corpus = await FilledAsync();
        corpus.Write("b.txt", Orchard.Replace("pears", "plums", StringComparison.Ordinal));
        corpus.Write("c.txt", "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n");
        File.Move(Path.Combine(corpus.Files, "d.txt"), Path.Combine(corpus.Files, "moved.txt"));
        corpus.Write("copy.txt", Orchard);
        corpus.Write("README.md", "# About");
        await using (var zip = await System.IO.Compression.ZipFile.OpenAsync(Path.Combine(corpus.Files, "e.zip"), System.IO.Compression.ZipArchiveMode.Create, Token))
        await using (var writer = new StreamWriter(await zip.CreateEntry("inner.txt").OpenAsync(Token)))
            await writer.WriteAsync(Orchard + "Zipped.\n");
        await corpus.IngestAsync();
        File.Delete(Path.Combine(corpus.Files, "moved.txt"));
        await corpus.IngestAsync();

        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("DELETE FROM Bodies WHERE ArticleId = 2", "BodyMissing article 2")]
    [InlineData("UPDATE Bodies SET Text = Text || ' More.' WHERE ArticleId = 2", "ArticleWrong article 2 *its hash differs")]
    [InlineData("UPDATE Bodies SET Details = '{' WHERE ArticleId = 2", "ArticleWrong article 2 *cannot be read")]
    [InlineData("UPDATE Bodies SET Details = 'null' WHERE ArticleId = 2", "ArticleWrong article 2 *lack a part")]
    [InlineData("UPDATE Bodies SET Details = '{}' WHERE ArticleId = 2", "ArticleWrong article 2 *lack a part")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Mentions[0].PersonId', 99) WHERE ArticleId = 2", "ArticleWrong article 2 *person 99")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Blocks[0].End', 9999) WHERE ArticleId = 2", "ArticleWrong article 2 *block at 0 to 9999")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Blocks[1].Start', 1) WHERE ArticleId = 2", "ArticleWrong article 2 *over another block")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Mentions[0].Text', 'Nobody') WHERE ArticleId = 2", "ArticleWrong article 2 *names “Nobody”")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Quotations[0].End', 2) WHERE ArticleId = 2", "ArticleWrong article 2 *quotation at")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Spans[0]', json('{\"Start\":-1,\"End\":3}')) WHERE ArticleId = 2", "ArticleWrong article 2 *emphasis at -1")]
    [InlineData("UPDATE Bodies SET Details = json_set(Details, '$.Evidence[0].Start', 4, '$.Evidence[0].End', 9999) WHERE ArticleId = 2", "ArticleWrong article 2 *to 9999")]
    [InlineData("UPDATE Articles SET Title = '' WHERE Id = 2", "ArticleWrong article 2 *no title")]
    [InlineData("UPDATE Articles SET DateKind = 0 WHERE Id = 2", "ArticleWrong article 2 *date that nobody says")]
    [InlineData("UPDATE Articles SET OutletKind = 0 WHERE Id = 2", "ArticleWrong article 2 *outlet that nobody says")]
    [InlineData("UPDATE Articles SET Revision = 900 WHERE Id = 2", "NumberWrong sequence revision")]
    [InlineData("UPDATE Sequences SET Last = 1 WHERE Name = 'article'", "NumberWrong sequence article")]
    [InlineData("DROP INDEX IX_Articles_Revision; UPDATE Articles SET Revision = 1 WHERE Id = 2", "NumberWrong revision 1")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM People WHERE Id = 1", "ReferenceBroken ArticlePeople")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE Articles SET SourceFileId = 99 WHERE Id = 2", "ReferenceBroken Articles")]
    [InlineData("UPDATE Runs SET Files = 77", "RunWrong run 1")]
    [InlineData("DELETE FROM Originals WHERE Sha256 = (SELECT Sha256 FROM SourceFiles WHERE Id = 2)", "OriginalMissing b.txt")]
    [InlineData("UPDATE Articles SET OriginalSha256 = 'ff' WHERE Id = 2", "OriginalMissing article 2")]
    [InlineData("UPDATE Originals SET Size = Size + 1 WHERE Sha256 = (SELECT Sha256 FROM SourceFiles WHERE Id = 2)", "OriginalDamaged *is damaged")]
    [InlineData("UPDATE Originals SET Compressed = x'00112233' WHERE Sha256 = (SELECT Sha256 FROM SourceFiles WHERE Id = 2)", "OriginalDamaged *is damaged")]
    [InlineData("UPDATE Originals SET Compressed = (SELECT o.Compressed FROM Originals o WHERE o.Sha256 <> Originals.Sha256 LIMIT 1), Size = (SELECT o.Size FROM Originals o WHERE o.Sha256 <> Originals.Sha256 LIMIT 1) WHERE Sha256 = (SELECT Sha256 FROM SourceFiles WHERE Id = 2)", "OriginalDamaged *is damaged")]
    [InlineData("INSERT INTO Originals (Sha256, Size, Compressed) VALUES ('ee', 0, x'06')", "OriginalUnneeded ee")]
    public async Task Names_each_difference(string tampering, string expected)
    {
        await using var corpus = await FilledAsync();
        await using (var db = corpus.Database())
            await db.Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Token);

        var found = await corpus.Get<DatabaseVerifier>().VerifyAsync(null, Token).ToListAsync(Token);

        var (difference, words) = expected.Split('*') is [var start, var end] ? (start, end) : (expected, "");
        Assert.Contains(found, d => $"{d.Kind} {d.Subject} ".StartsWith(difference, StringComparison.Ordinal) && d.Message.Contains(words, StringComparison.Ordinal));
        Assert.All(found, d => Assert.NotEmpty(d.Remedy));
    }

    [Fact]
    public async Task Bytes_overwritten_in_the_database_are_named_and_nothing_is_thrown()
    {
        await using var corpus = await FilledAsync();
        await corpus.BreakDatabaseAsync();

        var found = await corpus.Get<DatabaseVerifier>().VerifyAsync(null, Token).ToListAsync(Token);

        Assert.Contains(found, d => d.Kind == DifferenceKind.DatabaseDamaged);
        Assert.Contains("restore", Difference.RemedyFor(DifferenceKind.DatabaseDamaged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_no_difference()
    {
        await using var corpus = await FilledAsync();
        var (before, found) = (0, new List<Difference>());
        for (var i = 0; i < 40; i++)
            corpus.Write($"later/{i}.txt", $"{Orchard}Row {i}.\n");
        var verifying = corpus.Get<DatabaseVerifier>().VerifyAsync(
            new Callback(async () =>
            {
                if (before++ == 0)
                    await corpus.IngestAsync();
            }),
            Token);

        await foreach (var difference in verifying)
            found.Add(difference);

        Assert.True(before > 0);
        Assert.Empty(found);
        Assert.Empty(await corpus.VerifyAsync());
    }

    private static async Task<TestCorpus> FilledAsync()
    {
        var corpus = await TestCorpus.CreateAsync();
        foreach (var name in new[] { "a", "b", "c", "d" })
            corpus.Write(name + ".txt", $"{Orchard}Row {name}.\n");
        await corpus.IngestAsync();
        return corpus;
    }

    /// <summary>Does something in the middle of the check, and has it done before the check goes on.</summary>
    private sealed class Callback(Func<Task> then) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => Task.Run(then).GetAwaiter().GetResult();
    }
}
