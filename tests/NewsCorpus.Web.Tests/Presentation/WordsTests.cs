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

    [Theory]
    [InlineData("We sail.", "“We sail.”")]
    [InlineData("“We sail.”", "“We sail.”")]
    [InlineData("“We sail,” Vale said, “on Monday.”", "“‘We sail,’ Vale said, ‘on Monday.’”")]
    [InlineData("“We sail on Monday, he said.", "“We sail on Monday, he said.”")]
    [InlineData("He said we sail.”", "“He said we sail.”")]
    [InlineData("She sang \"Ships\" twice", "“She sang ‘Ships’ twice”")]
    [InlineData("It’s &quot;<mark>Ships</mark>&quot;, isn’t it?", "“It’s ‘<mark>Ships</mark>’, isn’t it?”")]
    [InlineData("<a title=\"x\">Ships</a>", "“<a title=\"x\">Ships</a>”")]
    public void Quotes_words_that_have_marks_of_their_own(string text, string words) => Assert.Equal(words, Words.Quoted(text));
}
