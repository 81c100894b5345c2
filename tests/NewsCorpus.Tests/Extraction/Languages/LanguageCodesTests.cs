using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Languages;

public sealed class LanguageCodesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("en_GB.UTF-8", "en")]
    [InlineData("eng", "en")]
    [InlineData("English", "en")]
    [InlineData("Deutsch", "de")]
    [InlineData("nb-NO", "no")]
    [InlineData("nn", "no")]
    [InlineData("iw", "he")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("scottish gaelic", "gd")]
    [InlineData("x-default", null)]
    [InlineData("und", null)]
    [InlineData("", null)]
    [InlineData("entirely", null)]
    public void Reads_what_files_call_a_language(string stated, string? expected) => Assert.Equal(expected, LanguageCodes.Read(stated));

    [Fact]
    public void Each_code_has_a_number_of_its_own_that_leads_back_to_it()
    {
        Assert.Distinct(LanguageCodes.All.Select(LanguageCodes.Number));
        Assert.All(LanguageCodes.All, code => Assert.Equal(code, LanguageCodes.OfNumber(LanguageCodes.Number(code))));
        Assert.All(LanguageCodes.All, code => Assert.InRange(LanguageCodes.Number(code), 1, LanguageCodes.Numbers - 1));
        Assert.Equal(0, LanguageCodes.Number(null));
        Assert.Null(LanguageCodes.OfNumber(0));
    }

    [Theory]
    [InlineData(0, "en", 0)]
    [InlineData(1, "en", 1)]
    [InlineData(228, "en", 1)]
    [InlineData(229, "en", 2)]
    [InlineData(255, "zh", 1)]
    [InlineData(400, null, 2)]
    public void Reading_time_is_whole_minutes_at_the_language_s_pace(int words, string? language, int minutes) => Assert.Equal(minutes, ReadingTime.Minutes(words, language));
}
