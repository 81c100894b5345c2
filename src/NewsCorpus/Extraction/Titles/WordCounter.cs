using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Titles;

/// <summary>Counts words: runs of letters and digits, which apostrophes, hyphens and the marks inside numbers do not part. Each Chinese or Japanese character is a word, as word processors count.</summary>
public static class WordCounter
{
    /// <summary>Words of the body blocks.</summary>
    public static int Count(ArticleContent content)
    {
        var count = 0;
        foreach (var block in content.Blocks)
            if (block.IsBody)
                count += Count(content.Of(block));
        return count;
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                count += inWord ? 0 : 1;
                inWord = true;
                continue;
            }
            if (IsIdeographic(c))
            {
                count++;
                inWord = false;
                continue;
            }
            var isPart = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (isPart)
                count += inWord ? 0 : 1;
            else if (inWord && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && Joins(c, text[i - 1], text[i + 1]))
                isPart = true;
            inWord = isPart;
        }
        return count;
    }

    /// <summary>The stop of "3.5" and of "U.S" joins; that of "end.Then", where a space was lost, parts.</summary>
    private static bool Joins(char c, char before, char after) => c switch
    {
        '\'' or '’' or '-' or '‑' or '_' or '@' or '&' or '\u00AD' => true,
        '.' => char.IsDigit(before) == char.IsDigit(after) && (char.IsDigit(after) || char.IsUpper(before)),
        ',' or ':' => char.IsDigit(before) && char.IsDigit(after),
        _ => false,
    };

    private static bool IsIdeographic(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
