using System.Text;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class RemediesTests
{
    [Fact]
    public async Task Every_file_that_gives_nothing_says_why_and_what_to_do_in_a_sentence_of_its_own_each()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("yaml.md", "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n");
        corpus.Write("open.md", "---\ntitle: The ferry\n\nNobody closes this.\n");
        corpus.Write("twice.md", "+++\ntitle = \"a\"\ntitle = \"b\"\n+++\nWords.\n");
        corpus.Write("README.md", "# About these files");
        corpus.Write("empty.txt", "");
        corpus.Write("blank.txt", " \n ");
        corpus.Write("cut.json", "[{\"title\": \"The ferry\", \"text\": \"It is ba");
        corpus.Write("other.json", "{\"size\": 3}");
        corpus.Write("feed.xml", "<rss version=\"2.0\"><channel><title>Desk</title></channel></rss>");
        corpus.Write("table.csv", "title,text\n");
        corpus.Write("rows.csv", "title,text\n\"never closed,and so on\n");
        corpus.Write("lines.jsonl", "{\"title\": \"a\n{\"title\": \"b\n");
        await File.WriteAllBytesAsync(Path.Combine(corpus.Files, "picture.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(corpus.Files, "bytes.txt"), [.. Encoding.UTF8.GetBytes("Où est la façade, là-bas à côté du café ? Déjà vu."), 0xC3, .. Encoding.UTF8.GetBytes(" é à")], TestContext.Current.CancellationToken);
        var zip = corpus.WriteZip("cut.zip", ("a.txt", "Words."));
        await using (var file = new FileStream(zip, FileMode.Open))
            file.SetLength(file.Length - 30);
        await File.WriteAllBytesAsync(
            Path.Combine(corpus.Files, "paths.zip"), ZipFiles.Bytes(("../a.txt", "Words."u8.ToArray()), ("b.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0])), TestContext.Current.CancellationToken);

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(["README.md", "blank.txt", "bytes.txt", "cut.json", "cut.zip", "empty.txt", "feed.xml", "lines.jsonl", "open.md", "other.json", "paths.zip!/../a.txt", "paths.zip!/b.png", "picture.jpg", "rows.csv", "table.csv", "twice.md", "yaml.md"], outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(17, run.Files);
        Assert.DoesNotContain(outcomes.Values, o => o.Outcome is not (Outcome.Skipped or Outcome.Rejected));
        Assert.All(outcomes.Values, o => Assert.Matches("^[^ ].*[.!]$", o.Reason!));
        Assert.All(outcomes.Values, o => Assert.Matches("^[^ ].*[.]$", o.Remedy!));
        Assert.All(outcomes.Values, o => Assert.DoesNotContain(o.Remedy!, o.Reason!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_that_cannot_be_read_give_the_remedy_to_a_file_whose_others_are()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("lines.jsonl", string.Concat(Enumerable.Range(1, 5).Select(i => $"{{\"title\": \"Ferry {i} is back\", \"text\": \"It crossed the harbour again on Thursday.\"}}\n")) + "{\"title\": \"b\n");

        var (_, outcomes) = await corpus.IngestAsync();

        Assert.Equal(Outcome.Added, outcomes["lines.jsonl"].Outcome);
        Assert.StartsWith("1 of 6 entries could not be read. Line 6:", outcomes["lines.jsonl"].Reason, StringComparison.Ordinal);
        Assert.Equal("Check quotation marks, commas and brackets.", outcomes["lines.jsonl"].Remedy);
    }
}
