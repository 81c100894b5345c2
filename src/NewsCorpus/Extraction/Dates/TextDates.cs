using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Dates that the text itself gives as its own: "Published 8 January 2026" and "Updated …" lines, a line that is nothing but a date, a byline that ends with one, datelines with a full date,
/// and the sign-off of agency copy (AP-NY-01-08-96). A date in the running text is never the article's.
/// </summary>
internal static class TextDates
{
    private const int MaxLine = 160;

    /// <summary>So much of the first paragraph may hold its date; a shorter one is a line.</summary>
    private const int MaxLead = 60;
    private const int BlocksAtTop = 10;
    private const int BlocksAtEnd = 5;

    public static void Read(ArticleContent content, List<DateCandidate> candidates)
    {
        var isLead = true;
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            if (i >= BlocksAtTop && i < content.Blocks.Count - BlocksAtEnd)
                continue;
            var block = content.Blocks[i];
            if (block.Kind is BlockKind.Caption or BlockKind.Credit or BlockKind.Related)
                continue;
            if (block.Kind == BlockKind.Dateline)
            {
                Add(candidates, content, block.Start, block.End, content.Of(block), DateParser.Find(content.Of(block)), DateRole.Publication, 4, "dateline");
                continue;
            }
            if (isLead && block.Kind == BlockKind.Paragraph && block.End - block.Start > MaxLead)
            {
                ReadLead(candidates, content, block);
                isLead = false;
            }
            for (var start = block.Start; start < block.End;)
            {
                var length = content.Text.AsSpan(start, block.End - start).IndexOf('\n');
                var end = length < 0 ? block.End : start + length;
                if (end - start <= MaxLine)
                    ReadLine(candidates, content, block, start, end);
                start = end + 1;
            }
        }
    }

    /// <summary>"27.1.2026 - The ferry …", "Hafenstadt, 27 January 2026 – The ferry …": of running text only the first paragraph is dated so; in later ones such dates make a chronicle.</summary>
    private static void ReadLead(List<DateCandidate> candidates, ArticleContent content, Block block)
    {
        var text = content.Of(block);
        text = text[..Math.Min(text.Length, MaxLead)];
        if (DateParser.Find(text) is { } match && (match.Start <= 1 || IsPlace(text[..match.Start])) && text[match.End..].TrimStart(") ") is ['-' or '–' or '—' or '|' or ':', ' ', ..])
            Add(candidates, content, block.Start, block.Start + match.End, text, match, DateRole.Publication, 4, "dateline");
    }

    private static void ReadLine(List<DateCandidate> candidates, ArticleContent content, Block block, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(content.Text[start]))
            start++;
        var line = content.Text.AsSpan(start, end - start);
        if (!DateDigits.AreIn(line))
            return;
        if (ReadLabelled(candidates, content, line, start, end))
            return;
        if (AgencySignOff(line) is { } signOff)
        {
            Add(candidates, content, start, end, line, signOff, DateRole.Publication, 7, "agency sign-off");
            return;
        }
        if (DateParser.Find(line) is not { } match || (match.Date is { Precision: > DatePrecision.Day }))
            return;
        var before = line[..match.Start].TrimEnd();
        var after = line[match.End..].Trim(" .,|)(");
        if (after.Length > 5)
            return;
        if (before.IsEmpty || DateVocabulary.IsWeekday(before))
            Add(candidates, content, start, end, line, match, DateRole.Publication, 6, "a line that is a date");
        else if (block.Kind == BlockKind.Byline)
            Add(candidates, content, start, end, line, match, DateRole.Publication, 5, "byline");
        else if ((before.Length <= 40 && IsPlaceInCapitals(before)) || IsPlace(before))
            Add(candidates, content, start, end, line, match, DateRole.Publication, 4, "dateline");
    }

    /// <summary>"Published 8 January 2026 | Updated 9 January 2026": every label of the line, as long as little but dates stands between.</summary>
    private static bool ReadLabelled(List<DateCandidate> candidates, ArticleContent content, ReadOnlySpan<char> line, int start, int end)
    {
        var found = false;
        var at = 0;
        while (DateLabels.AtStart(line[at..]) is ({ } label, { } role))
        {
            var rest = line[(at + label.Length)..];
            if (rest.TrimStart(" :") is var bare && YearlessDay.Is(bare))
            {
                candidates.Add(new DateCandidate(role, FactKind.Derived, role == DateRole.Publication ? 1 : 2, Rule(label), null, line.ToString(), start, end, Note: Refusals.Say("no year is stated")) { YearlessWords = bare.ToString() });
                return true;
            }
            if (DateParser.Find(rest) is not { } match || match.Start > 40 || !IsPreamble(rest[..match.Start]))
                break;
            var after = rest[match.End..].TrimStart(" .,;|()·•–—-/");
            var isLast = after.Length <= 5 || after.StartsWith("by ", StringComparison.OrdinalIgnoreCase);
            // "Published on 8 January 1999, the novel …" is a sentence.
            if (!isLast && DateLabels.AtStart(after) is null)
                break;
            Add(candidates, content, start, end, rest, match, role, role == DateRole.Publication ? 1 : 2, Rule(label));
            found = true;
            if (isLast)
                break;
            at = line.Length - after.Length;
        }
        return found;
    }

    private static string Rule(string label) => $"\"{char.ToUpperInvariant(label[0])}{label[1..]}\" line";

    /// <summary>What may stand between label and date: nothing, a colon, "on", "in", a weekday, a time.</summary>
    private static bool IsPreamble(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(" ,:.|\t\u00A0"))
        {
            var word = words[range];
            if (!word.IsEmpty && char.IsLetter(word[0]) && !DateVocabulary.IsWeekday(word)
                && !(word.Length <= 4 && (word.Equals("on", StringComparison.OrdinalIgnoreCase) || word.Equals("at", StringComparison.OrdinalIgnoreCase) || word is "in" or "am" or "vom" or "den" or "le" or "el" or "em" or "il" or "op" or "dnia" or "dne" || IsUpper(word) || word is "pm" or "a" or "p" or "m")))
                return false;
        }
        return true;
    }

    /// <summary>AP-NY-01-08-96 1042EST: the day in American order, the year in two digits.</summary>
    private static DateMatch? AgencySignOff(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("AP-", StringComparison.Ordinal) || line.Length < 14 || line[5] != '-' || !char.IsAsciiLetterUpper(line[3]) || !char.IsAsciiLetterUpper(line[4]))
            return null;
        var cursor = new DateCursor(line, 6);
        return cursor.Number(2, 2) is var month and > 0 && cursor.Take('-') && cursor.Number(2, 2) is var day and > 0 && cursor.Take('-') && cursor.Number(2, 2) is var year and >= 0
            ? DateParser.Calendar(year + (year < 70 ? 2000 : 1900), month, day, 0, cursor.At)
            : null;
    }

    /// <summary>"Hafenstadt, ", "New Ferry, le ": up to three words that begin in capitals, and a comma.</summary>
    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        words = words.Trim(" (");
        foreach (var ending in (ReadOnlySpan<string>)[", den", ", le", ", the", ", dnia", ", dne"])
            if (words.EndsWith(ending, StringComparison.Ordinal))
                words = words[..(words.Length - ending.Length + 1)];
        if (words.Length is < 4 or > 40 || words[^1] != ',')
            return false;
        var names = 0;
        foreach (var range in words[..^1].SplitAny(" /-"))
            if (++names > 3 || words[range] is not [var first, ..] || !char.IsUpper(first) || words[range].ContainsAny(",.;:"))
                return false;
        return true;
    }

    private static bool IsPlaceInCapitals(ReadOnlySpan<char> words) => IsUpper(words) && words.Length >= 3 && !words.ContainsAnyInRange('0', '9');

    private static bool IsUpper(ReadOnlySpan<char> words)
    {
        var hasLetter = false;
        foreach (var c in words)
        {
            if (char.IsLower(c))
                return false;
            hasLetter |= char.IsLetter(c);
        }
        return hasLetter;
    }

    /// <param name="words">In which the match was found.</param>
    private static void Add(List<DateCandidate> candidates, ArticleContent content, int start, int end, ReadOnlySpan<char> words, DateMatch? match, DateRole role, int rank, string rule)
    {
        if (match is { } found)
            candidates.Add(DateCandidates.Of(words, found, new DateCandidate(role, FactKind.Derived, rank, rule, found.Date, content.Text[start..Math.Min(end, start + 300)], start, Math.Min(end, start + 300))));
    }
}
