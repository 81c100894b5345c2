using Microsoft.Extensions.Options;
using NewsCorpus.Extraction;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Extraction.People;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Formats;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats.Hostile;

public sealed class DamagedFilesTests
{
    private const int Times = 150;

    private static readonly ArticleExtractor _extractor = new(new PersonRecogniser(), TimeProvider.System, Options.Create(new NewsCorpusOptions()), Options.Create(new CopyOptions()));

    public static TheoryData<string> Formats => [.. Sample.All.Select(s => s.Reader)];

    private static Sample Of(string format) => Sample.All.Single(s => s.Reader == format);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whole_file_is_taken_by_its_reader(string format)
    {
        var sample = Of(format);
        var read = DocumentReader.Read(new SourceDocument(sample.Path, sample.Bytes));
        Assert.Equal(format, read.Reader.Name);
        Assert.NotEmpty(read.Articles);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Every_reader_has_a_file_to_damage() =>
        Assert.Empty(ArticleReaders.InOrder.Select(r => r.Name).Except(Sample.All.Select(s => s.Reader)));

    /// <summary>Whatever has become of a file, it is read, or refused with words that say why; nothing else is thrown, by reader or rule.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Damaged_file_is_read_or_refused_in_words(string format)
    {
        var sample = Of(format);
        for (var seed = 0; seed < Times; seed++)
        {
            var bytes = Damage.Of(sample.Bytes, seed);
            try
            {
                foreach (var draft in DocumentReader.Read(new SourceDocument(sample.Path, bytes)).Articles)
                    Hold(_extractor.Extract(draft, []));
            }
            catch (SourceFileException refused)
            {
                Assert.True(refused.Message.Length > 15, $"{format}, seed {seed}: {refused.Message}");
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                throw new InvalidOperationException($"{format}, seed {seed}: {e.Message}", e);
            }
        }
    }

    private static void Hold(Articles.ArticleReading reading)
    {
        Assert.NotEmpty(reading.Title);
        var length = reading.Content.Text.Length;
        Assert.All(reading.Content.Blocks, b => Assert.InRange(b.End, b.Start, length));
        Assert.All(reading.Mentions, m => Assert.Equal(m.Text, reading.Content.Text[m.Start..m.End]));
    }
}
