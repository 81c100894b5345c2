using System.Globalization;
using System.Text;

namespace NewsCorpus.Articles;

/// <summary>Folded spellings under which names are compared, and the words of addresses made from them.</summary>
public static class NameKey
{
    /// <summary>
    /// Lower case, without accents (also ø, ł, ß and the like), with one space between words and neither dots nor apostrophes: "José O’Neill Jr." gives "jose oneill jr".
    /// </summary>
    public static string Of(string name) => Fold(name, ' ');

    /// <summary>Letters and digits with hyphens between, at most <paramref name="length"/> characters cut at a word: "Fox News" gives "fox-news". "-" where nothing is left.</summary>
    public static string Slug(string name, int length = 80)
    {
        var slug = Fold(name, '-');
        if (slug.Length > length)
        {
            var cut = slug.LastIndexOf('-', length);
            slug = slug[..(cut > length / 2 ? cut : length)];
        }
        return slug.Length == 0 ? "-" : slug;
    }

    private static string Fold(string name, char separator)
    {
        var result = new StringBuilder(name.Length);
        var gap = false;
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '‘' or '.' or '\u00AD')
                continue;
            if (!char.IsLetterOrDigit(c))
            {
                gap = true;
                continue;
            }
            if (gap && result.Length > 0)
                result.Append(separator);
            gap = false;
            result.Append(char.ToLowerInvariant(c) switch
            {
                'ø' => "o",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'þ' => "th",
                'ı' => "i",
                var other => other.ToString(),
            });
        }
        return result.ToString().Normalize(NormalizationForm.FormC);
    }
}
