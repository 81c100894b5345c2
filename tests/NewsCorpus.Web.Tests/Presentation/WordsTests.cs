using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0.2, "0:01")]
    [InlineData(47.1, "0:48")]
    [InlineData(725, "12:05")]
    [InlineData(7390, "2:03:10")]
    [InlineData(100_000, "27:46:40")]
    public void Tells_a_time_as_a_clock_does(double seconds, string words) => Assert.Equal(words, Words.Duration(seconds));

    [Theory]
    [InlineData("/corpus/2025", "/corpus/2025")]
    [InlineData("/srv/newsroom/archive/corpus/2025", "…/corpus/2025")]
    [InlineData("/averyveryverylongname", "…yverylongname")]
    public void Cuts_a_path_at_its_beginning(string path, string words) => Assert.Equal(words, Words.ShortenPath(path, 13));
}
