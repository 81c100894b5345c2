using System.Text.Json;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Extraction.Titles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

/// <summary>The demo corpus, file by file as ingestion would: its wire copies and nothing else form stories.</summary>
public sealed class SeedCopiesTests
{
    private static readonly CopyOptions Options = new();

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public void Wire_copies_and_nothing_else_form_stories_in_any_order(int? seed)
    {
        var articles = Read();
        var order = articles.Keys.Order().ToArray();
        if (seed is { } number)
            new Random(number).Shuffle(order);
        var matcher = new CopyMatcher(Options);
        var fingerprints = articles.ToDictionary(entry => entry.Key, entry => CopyFingerprint.Of(entry.Value.Text, Options));
        var stories = new Dictionary<long, long>();
        foreach (var id in order)
        {
            var keys = fingerprints[id].BandKeys.ToHashSet();
            var candidates = stories.Where(entry => fingerprints[entry.Key].BandKeys.Any(keys.Contains)).Select(entry => new CopyCandidate(entry.Key, entry.Value, fingerprints[entry.Key]));
            var matches = matcher.Match(articles[id].Text, fingerprints[id], null, candidates, other => articles[other].Text);
            var placement = StoryGrouping.Place(id, matches.Select(match => new PlacedMatch(match, IsExcerpt: false)));
            stories[id] = placement.StoryId;
            foreach (var member in stories.Keys.Where(member => placement.Absorbed.Contains(stories[member])).ToList())
                stories[member] = placement.StoryId;
        }
        var found = stories.GroupBy(entry => entry.Value).Where(story => story.Count() > 1).Select(story => string.Join(' ', story.Select(entry => articles[entry.Key].File).Order(StringComparer.Ordinal)));
        Assert.Equal(Expected(), found.Order(StringComparer.Ordinal));
    }

    private static Dictionary<long, (string File, CopyText Text)> Read()
    {
        var result = new Dictionary<long, (string, CopyText)>();
        foreach (var path in Directory.EnumerateFiles(Checkout.Seeds).Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal))
        {
            try
            {
                var source = SourceDecoder.Decode(new SourceDocument(path, File.ReadAllBytes(path)));
                foreach (var draft in FormatDetector.Detect(source).Read(source))
                {
                    var content = ContentReader.Read(draft);
                    result[result.Count + 1] = (Path.GetFileName(path), CopyText.Of(content, TitleReader.Read(draft, content).Title));
                }
            }
            catch (SourceFileException)
            {
                // One seed is broken on purpose.
            }
        }
        Assert.InRange(result.Count, 80, 100);
        return result;
    }

    private static IEnumerable<string> Expected()
    {
        using var key = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "NewsCorpus.Tests", "Fixtures", "seeds-expected.json")));
        return [.. key.RootElement.EnumerateArray()
            .Select(entry => (Group: entry.GetProperty("copyGroup").GetString(), File: entry.GetProperty("file").GetString()!))
            .Where(entry => entry.Group is not null)
            .GroupBy(entry => entry.Group!, StringComparer.Ordinal)
            .Select(group => string.Join(' ', group.Select(entry => entry.File).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }
}
