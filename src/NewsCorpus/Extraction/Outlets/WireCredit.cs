using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>
/// Finds the agency whose copy a text is: in a field meant for it, as the author, in the dateline ("PORT ELM (Reuters) -"), the byline, or a closing credit ("— AFP").
/// The credit of a photo and an agency named in the running text or among contributors tell nothing.
/// </summary>
internal static class WireCredit
{
    private const int MaxHead = 90;
    private const int BlocksAtEnd = 3;

    private static readonly string[] _agencyKeys = ["agency", "wire", "wire_service", "wire-service", "news_agency", "newsagency", "credit_line", "creditline"];

    private static readonly string[] _authorKeys = ["author", "authors", "byline", "by", "creator", "dc.creator", "article:author", "source"];

    public static (string Agency, Evidence Evidence)? Find(ArticleDraft draft, ArticleContent content) => InFields(draft) ?? InText(content);

    /// <summary>Fields that name nothing but an agency: what stands there is one, also where no list knows it.</summary>
    private static readonly string[] _ownKeys = ["agency", "wire_service", "wire-service", "news_agency", "newsagency"];

    private static (string, Evidence)? InFields(ArticleDraft draft)
    {
        foreach (var keys in (ReadOnlySpan<string[]>)[_agencyKeys, _authorKeys])
            foreach (var field in draft.Fields)
                if (Array.IndexOf(keys, field.Key) >= 0 && Ending(field.Value) is { } agency)
                    return Stated(field, agency);
        foreach (var field in draft.Fields)
            if (Array.IndexOf(_ownKeys, field.Key) >= 0 && field.Value.Trim() is { Length: >= 2 and <= 60 } name && name.Any(char.IsLetter) && !name.Contains("//", StringComparison.Ordinal))
                return Stated(field, name);
        return null;

        static (string, Evidence) Stated(StatedField field, string agency) => (agency, new Evidence(EvidenceFields.Agency, agency, FactKind.Stated, field.Place, field.Excerpt, Line: field.Line));
    }

    private static (string, Evidence)? InText(ArticleContent content)
    {
        var isFirstParagraph = true;
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            var block = content.Blocks[i];
            if (block.End == block.Start)
                continue;
            var words = content.Text[block.Start..Math.Min(block.End, block.Start + 300)];
            if (block.Kind == BlockKind.Dateline && (InParentheses(words, out _) ?? Ending(words)) is { } ofDateline)
                return Derived(ofDateline, "dateline");
            if (block.Kind == BlockKind.Byline && words.Length <= 160 && Ending(words) is { } ofByline)
                return Derived(ofByline, "byline");
            if (block.Kind == BlockKind.Paragraph && isFirstParagraph)
            {
                isFirstParagraph = false;
                if (InParentheses(words, out var end) is { } ofHead)
                    return Derived(ofHead, "dateline", end);
            }
            // A photo credit is a block of its own kind and never gets here.
            if (i >= content.Blocks.Count - BlocksAtEnd && block.Kind is BlockKind.Paragraph or BlockKind.Furniture or BlockKind.Note && block.End - block.Start <= 160 && Closing(words) is { } closing)
                return Derived(closing, "closing credit");

            (string, Evidence) Derived(string agency, string rule, int? length = null)
            {
                var stop = length is { } known ? block.Start + known : block.Start + words.Length;
                return (agency, new Evidence(EvidenceFields.Agency, agency, FactKind.Derived, rule, content.Text[block.Start..stop], block.Start, stop));
            }
        }
        return null;
    }

    /// <summary>"PORT ELM, Jan 8 (Reuters) -" and "(AP) -": the first parentheses of the head, with a dash behind them or nothing before.</summary>
    private static string? InParentheses(string words, out int end)
    {
        end = 0;
        var open = words.IndexOf('(');
        if (open is < 0 or > MaxHead)
            return null;
        var close = words.IndexOf(')', open);
        if (close < 0 || close - open > 60)
            return null;
        end = close + 1;
        var rest = words.AsSpan(end).TrimStart();
        if (open > 0 && rest.Length > 0 && rest[0] is not ('-' or '–' or '—' or '_' or '―' or '.'))
            return null;
        var inner = words[(open + 1)..close];
        foreach (var part in inner.Split([',', ';', '/', '–', '—']))
            if (WireAgencies.Find(part) is { } agency)
                return agency;
        var first = inner.Split(' ', 2);
        return first.Length == 2 && !first[1].StartsWith("photo", StringComparison.OrdinalIgnoreCase) && !first[1].StartsWith("image", StringComparison.OrdinalIgnoreCase) && WireAgencies.Find(first[0]) is { } desk ? desk : null;
    }

    /// <summary>The agency that the words are, or that stands at their end behind a comma, a slash, a bar or a dash: "By Ada Vesper, Associated Press", "PORT ELM — AP —".</summary>
    private static string? Ending(string words)
    {
        if (words.Length > 160)
            return null;
        words = words.Trim().TrimEnd('-', '–', '—', ' ', '.');
        if (words.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            words = words[3..];
        if (WireAgencies.Find(words) is { } whole)
            return whole;
        var cut = words.LastIndexOfAny([',', '/', '|', '–', '—', '-', '(', '\n', ';']);
        return cut < 0 ? null : WireAgencies.Find(words[(cut + 1)..]);
    }

    /// <summary>"— AFP", "(Reuters)", "Reporting by Ada Vesper (Reuters)", "Copyright 1996 The Associated Press. All rights reserved."</summary>
    private static string? Closing(string words)
    {
        if (WireAgencies.Find(words) is { } whole)
            return whole;
        var trimmed = words.Trim().TrimStart('(', '-', '–', '—', ' ', '©');
        if (trimmed.StartsWith("Reporting by", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("Source:", StringComparison.OrdinalIgnoreCase))
            return Ending(trimmed[(trimmed.IndexOf(' ') + 1)..]);
        var isCopyright = words.TrimStart().StartsWith('©') || words.TrimStart().StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("c.19", StringComparison.Ordinal);
        return isCopyright && OriginLines.CopyrightHolder(words) is { } holder ? WireAgencies.Find(holder.StartsWith("c.", StringComparison.Ordinal) ? holder[2..] : holder) : null;
    }
}
