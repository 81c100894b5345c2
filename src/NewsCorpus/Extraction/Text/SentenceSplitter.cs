using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Text;

/// <summary>
/// Splits running news text into sentences: closing quotation marks stay with their sentence, and the full stops of abbreviations ("Jan. 8", "Mr. Vance"),
/// initials ("J. R. Okoro", "U.S. troops") and numbers end none. Rules, not a model: one pass, no state, safe for any thread.
/// </summary>
public static class SentenceSplitter
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("\n.!?…。！？");

    /// <summary>The sentences of one block, in offsets into the article's text, without the white space between them.</summary>
    public static List<TextSpan> Split(ArticleContent content, Block block) => Split(content.Of(block), block.Start);

    /// <summary>The sentences of <paramref name="text"/>, in order. <paramref name="offset"/> is added to each span.</summary>
    public static List<TextSpan> Split(ReadOnlySpan<char> text, int offset = 0)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        var position = 0;
        while (text[position..].IndexOfAny(Stops) is >= 0 and var stop)
        {
            var c = text[position += stop];
            if (c == '\n' && position + 1 < text.Length && text[position + 1] == '\n')
            {
                Add(sentences, text, start, position, offset);
                start = position += 2;
                continue;
            }
            if (!IsTerminator(c))
            {
                position++;
                continue;
            }
            var run = position;
            while (position < text.Length && IsTerminator(text[position]))
                position++;
            var closed = position;
            while (closed < text.Length && IsCloser(text[closed]))
                closed++;
            if (Ends(text, start, run, position, closed))
            {
                Add(sentences, text, start, closed, offset);
                start = position = closed;
            }
        }
        Add(sentences, text, start, text.Length, offset);
        return sentences;
    }

    private static bool Ends(ReadOnlySpan<char> text, int sentence, int run, int runEnd, int closed)
    {
        if (text[run] is '。' or '！' or '？')
            return true;
        if (closed == text.Length)
            return true;
        if (!char.IsWhiteSpace(text[closed]))
            return false;
        var next = closed;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpener(text[next])))
            next++;
        if (next == text.Length)
            return true;
        if (char.IsLower(text[next]))
            return false;
        // An ellipsis, "?", "!" or a stop inside a quotation: what follows is no small letter, so a sentence begins there.
        if (text[run] != '.' || runEnd - run > 1 || closed > runEnd)
            return true;

        var wordStart = run;
        while (wordStart > sentence && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] is '.' or '-' or '’' or '\''))
            wordStart--;
        return EndsAfter(text[wordStart..run], WordAt(text, next), text[next]);
    }

    private static bool EndsAfter(ReadOnlySpan<char> word, ReadOnlySpan<char> nextWord, char next)
    {
        word = word.TrimStart(".-'’");
        if (word.Equals("No", StringComparison.OrdinalIgnoreCase) || word.Equals("p", StringComparison.Ordinal) || word.Equals("Art", StringComparison.Ordinal))
            return !char.IsDigit(next);
        if (Abbreviations.AlwaysContinues(word))
            return false;
        if (Abbreviations.ContinuesBeforeDigit(word) && char.IsDigit(next))
            return false;
        if (word.Equals("a.m", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m", StringComparison.OrdinalIgnoreCase))
            return !ContinuesTime(nextWord);
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        if (isInitial || IsDotted(word) || Abbreviations.MayEnd(word))
            return Abbreviations.OpensSentence(nextWord);
        return true;
    }

    /// <summary>Single letters with stops between: "U.S", "D.C", "J.R.R".</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return false;
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        return true;
    }

    /// <summary>"5 p.m. Friday", "9 a.m. EST", "7 p.m. Eastern".</summary>
    private static bool ContinuesTime(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("day", StringComparison.Ordinal) || Abbreviations.ContinuesBeforeDigit(word))
            return true;
        if (word is "Eastern" or "Central" or "Pacific" or "Mountain" or "Greenwich" || (word.Length == 1 && word[0] != 'I' && word[0] != 'A'))
            return true;
        var isZone = word.Length is >= 2 and <= 4;
        foreach (var c in word)
            isZone &= char.IsUpper(c);
        return isZone;
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    private static void Add(List<TextSpan> sentences, ReadOnlySpan<char> text, int start, int end, int offset)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextSpan(offset + start, offset + end));
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』';

    private static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '„' or '(' or '[' or '–' or '—' or '-';
}
