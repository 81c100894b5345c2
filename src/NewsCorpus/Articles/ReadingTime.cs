namespace NewsCorpus.Articles;

/// <summary>
/// How long an article takes to read. Words a minute of grown readers reading silently: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance" (IOVS 2012), for the
/// languages it measured; 200 for the others. Chinese and Japanese are counted, there and here, by characters.
/// </summary>
public static class ReadingTime
{
    private const int Otherwise = 200;

    /// <summary>Whole minutes, rounded up; 0 for a text without words.</summary>
    /// <param name="words">As <c>WordCounter</c> counts them.</param>
    /// <param name="language">ISO 639-1 code, or null.</param>
    public static int Minutes(int words, string? language)
    {
        var rate = RateOf(language);
        return (words + rate - 1) / rate;
    }

    private static int RateOf(string? language) => language switch
    {
        "ar" => 138,
        "de" => 179,
        "en" => 228,
        "es" => 218,
        "fi" => 161,
        "fr" => 195,
        "he" => 187,
        "it" => 188,
        "ja" => 357,
        "nl" => 202,
        "pl" => 166,
        "pt" => 181,
        "ru" => 184,
        "sl" => 180,
        "sv" => 199,
        "tr" => 166,
        "zh" => 255,
        _ => Otherwise,
    };
}
