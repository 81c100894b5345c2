using System.Text.RegularExpressions;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>Lines by which a text says where it comes from: "This article originally appeared in X", "Republished from X", "© 2026 X".</summary>
internal static partial class OriginLines
{
    private const int BlocksAtTop = 3;
    private const int BlocksAtEnd = 8;
    private const int MaxSentence = 400;

    public static void Read(ArticleContent content, List<OutletClue> clues)
    {
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            var block = content.Blocks[i];
            var isNear = i < BlocksAtTop || i >= content.Blocks.Count - BlocksAtEnd || block.Kind is BlockKind.Furniture or BlockKind.Note;
            if (!isNear || block.Kind is BlockKind.Caption or BlockKind.Credit or BlockKind.Related or BlockKind.Dateline)
                continue;
            foreach (var sentence in SentenceSplitter.Split(content, block))
                if (sentence.Length <= MaxSentence && NameIn(content, sentence) is { } clue)
                {
                    clues.Add(clue);
                    return;
                }
        }
    }

    public static void ReadCopyright(ArticleContent content, List<OutletClue> clues)
    {
        for (var i = Math.Max(0, content.Blocks.Count - BlocksAtEnd); i < content.Blocks.Count; i++)
        {
            var block = content.Blocks[i];
            if (block.Kind is BlockKind.Caption or BlockKind.Credit or BlockKind.Related || block.End - block.Start > MaxSentence)
                continue;
            var line = content.Of(block).Trim().ToString();
            if (CopyrightMark().IsMatch(line) && CopyrightHolder(line) is { } holder && WireAgencies.Find(holder) is null && OutletNames.Read(holder) is var (name, domain, isKnown) && IsNameLike(holder))
                clues.Add(new OutletClue(name, domain, isKnown, FactKind.Derived, ClueWeight.LastResort, "copyright line", line[..Math.Min(line.Length, 300)], block.Start, Math.Min(block.End, block.Start + 300)));
        }
    }

    /// <summary>Who holds the rights, without the mark, the years and what follows the name; null where nobody is left.</summary>
    public static string? CopyrightHolder(string line)
    {
        var holder = CopyrightNoise().Replace(line, " ").Trim(' ', ',', '.', '|', '-', '–', '—');
        if (holder.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            holder = holder[3..].TrimStart();
        return holder.Length is < 2 or > 80 ? null : holder;
    }

    private static OutletClue? NameIn(ArticleContent content, TextSpan sentence)
    {
        var text = content.Text.Substring(sentence.Start, sentence.Length);
        var match = Origin().Match(text);
        if (!match.Success)
            return null;
        var at = match.Index + match.Length;
        var words = Issue().Replace(text[at..], "");
        at += text.Length - at - words.Length;
        if (Reading(words) is not var (name, domain, isKnown))
            return null;
        // A link on the name tells the site of an outlet that the table does not have.
        if (domain is null)
            foreach (var span in content.Spans)
                if (span is { Kind: SpanKind.Link, Href: { } href } && span.Start < sentence.End && span.End > sentence.Start + at && ArticleLinks.TryRead(href, out var address)
                    && HostName.Normalize(address.IdnHost) is { } host && OutletNames.OfHost(host) is (_, { } linked, _))
                    domain = linked;
        var end = Math.Min(sentence.End, sentence.Start + 300);
        return new OutletClue(name, domain, isKnown, FactKind.Derived, ClueWeight.Plain, "\"originally appeared in\" line", content.Text[sentence.Start..end], sentence.Start, end);
    }

    /// <summary>The longest beginning of the words that the table knows; else the words up to what cannot be a name any more.</summary>
    private static (string? Name, string? Domain, bool IsKnown)? Reading(string words)
    {
        words = words.Trim(' ', '.', '"', '“', '”', '‘', '’', '\'', '*', '_', ')', '!', ':');
        var cuts = Tail().Matches(words).Select(match => match.Index).Append(words.Length).ToList();
        for (var i = cuts.Count - 1; i >= 0; i--)
            if (Strip(words[..cuts[i]]) is { Length: > 1 } part && WellKnownOutlets.ByName(part) is { } known)
                return (known.Name, known.Domain, true);
        var name = Strip(words[..cuts[0]]);
        if (HostName.OfText(name) is { } host)
            return OutletNames.OfHost(host);
        return IsNameLike(name) ? (name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name, null, false) : null;
    }

    private static string Strip(string words) => words.Trim(' ', '.', ',', ';', '"', '“', '”', '‘', '’', '\'', '*', '_', '(', ')', '–', '—');

    /// <summary>Up to eight words, the first and last (past "the") with a capital or a digit, and no language, month or "print".</summary>
    private static bool IsNameLike(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 8 || name.Length > 60)
            return false;
        var first = words[0] == "the" && words.Length > 1 ? words[1] : words[0];
        return (char.IsUpper(first[0]) || char.IsAsciiDigit(first[0])) && !NoName().IsMatch(first) && (words.Length > 1 || first.Any(char.IsLetter));
    }

    [GeneratedRegex("""
        ^[\s\-–—*_("“\[•]*(?:editor['’]s note:?\s+)?
        (?:(?:this|the|a\s+version\s+of\s+this|an?\s+(?:earlier|shorter|longer|different)\s+version\s+of\s+this)\s+(?:\w+\s+){0,2}?(?:article|story|piece|report|essay|column|op-ed|post|interview|commentary|editorial|excerpt|analysis|feature|review|dispatch|item|text|content|investigation)\s+
            (?:(?:has\s+|was\s+|is\s+|were\s+)?(?:(?:originally|first|previously|also|initially)\s+)?(?:appeared|published|ran|posted|reprinted|republished|printed|produced|reported|syndicated|taken|adapted)(?:\s+here)?(?:\s+with\s+permission)?(?:\s+online)?)
          |(?:originally|first|previously)\s+(?:appeared|published|posted|printed|ran)
          |(?:republished|reprinted|reproduced|syndicated|cross-?posted)(?:\s+with(?:\s+the)?\s+(?:kind\s+)?permission)?)
        \s+(?:in|on|by|at|from|of|with)\s+
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Origin();

    /// <summary>"the January 2026 issue of", "the print edition of", "the pages of".</summary>
    [GeneratedRegex(@"^(?:the|its|an?)\s+(?:[\w.,'’&-]+\s+){0,5}?(?:issue|edition|pages|website|site|blog|newsletter|opinion\s+section|opinion\s+pages|section|archives?)\s+(?:of|at|in)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Issue();

    /// <summary>What begins where a name ends.</summary>
    [GeneratedRegex(@",|;|:\s|\s\(|\s[–—-]\s|\s(?:on|in|under|with|via|as|where|and\s+(?:is|was|has|appears|republished|reprinted|reproduced|shared|distributed)|is|was|has|here|by|through|at|a|an|earlier|last|this|for|before|after|since|when|using|courtesy|permission|which|who|that|['’]s)\b|[.!?]\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    [GeneratedRegex("^(?:print|English|French|German|Spanish|Italian|Portuguese|Arabic|Russian|Chinese|Japanese|Hebrew|Dutch|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^\W*(?:©|\(c\)|copyright\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CopyrightMark();

    [GeneratedRegex(@"©|\(c\)|\bcopyright(?:ed)?\b|\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)?\d\d\b)?|\ball\s+rights\s+reserved\b.*|\bmay\s+not\s+be\b.*|\bthis\s+material\b.*|,?\s*\b(?:inc|llc|ltd|limited|l\.p|plc|gmbh|pty)\b\.?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CopyrightNoise();
}
