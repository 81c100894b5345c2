namespace NewsCorpus.Extraction.Duplicates;

/// <summary>Cuts text into hashed words and notes which are quoted and to which segment they belong.</summary>
internal sealed class CopyTextReader(int expectedWords)
{
    /// <summary>Words after which the end of a sentence ends the segment.</summary>
    private const int SegmentWords = 60;

    private readonly List<ulong> words = new(expectedWords);
    private readonly List<bool> quoted = new(expectedWords);
    private readonly List<int> segments = new(expectedWords);
    private int segment;
    private int segmentStart;
    private int firstLineWords = -1;

    public void Add(ReadOnlySpan<char> text, bool isQuote)
    {
        var closing = '\0';
        var hash = Hash64.Start;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var folded = FoldedChars.Of(c);
            if (folded > FoldedChars.Ignored)
            {
                hash = Hash64.Add(hash, folded);
                inWord = true;
                if (!FoldedChars.IsWordByItself(c))
                    continue;
            }
            else if (folded == FoldedChars.Ignored && c is not ('‘' or '’'))
            {
                continue;
            }
            // A single mark can be an apostrophe: it closes only before something that is no letter, and opens only after it.
            if (c == '’' && (closing != '’' || (i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                continue;
            if (c == '‘' && i > 0 && char.IsLetter(text[i - 1]))
                continue;
            // A straight mark opens after a space and closes after anything else, so one that is missing does not turn the rest of the paragraph round.
            var isStray = c == '"' && closing == '\0' != IsOpening(text, i);
            if (inWord)
            {
                Emit(hash, isQuote || closing != '\0');
                hash = Hash64.Start;
                inWord = false;
            }
            if (c == '\n')
            {
                closing = '\0';
                EndSegment();
            }
            else if (c is '.' or '!' or '?' && words.Count - segmentStart >= SegmentWords)
            {
                EndSegment();
            }
            else if (!isStray)
            {
                closing = Mark(c, closing);
            }
        }
        if (inWord)
            Emit(hash, isQuote || closing != '\0');
        EndSegment();
    }

    public CopyText Done(string? title)
    {
        if (title is not null && firstLineWords > 0)
        {
            var reader = new CopyTextReader(16);
            reader.Add(title, isQuote: false);
            if (reader.words.Count == firstLineWords && reader.words.SequenceEqual(words.Take(firstLineWords)))
            {
                words.RemoveRange(0, firstLineWords);
                quoted.RemoveRange(0, firstLineWords);
                segments.RemoveRange(0, firstLineWords);
            }
        }
        return new CopyText([.. words], [.. quoted], [.. segments]);
    }

    private static bool IsOpening(ReadOnlySpan<char> text, int i) => i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-';

    /// <summary>The mark that would close the quotation in which the text goes on after <paramref name="c"/>; '\0' outside.</summary>
    private static char Mark(char c, char closing) => closing switch
    {
        '\0' => c switch
        {
            '"' => '"',
            '“' => '”',
            '„' => '“',
            '«' => '»',
            '»' => '«',
            '‘' => '’',
            _ => '\0',
        },
        '"' or '”' when c is '"' or '”' => '\0',
        '“' when c is '“' or '”' => '\0',
        _ when c == closing => '\0',
        _ => closing,
    };

    private void Emit(ulong hash, bool isQuoted)
    {
        words.Add(Hash64.Finish(hash));
        quoted.Add(isQuoted);
        segments.Add(segment);
    }

    private void EndSegment()
    {
        if (words.Count == segmentStart)
            return;
        if (firstLineWords < 0)
            firstLineWords = words.Count;
        segment++;
        segmentStart = words.Count;
    }
}
