namespace NewsCorpus.Extraction.Structure;

/// <summary>Whether words have the form of a person's name, for lines that hold little else. Not a recogniser of people in running text.</summary>
internal static class NameForm
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "da", "di", "do", "dos", "das", "del", "della", "van", "von", "der", "den", "ter", "ten", "bin", "ibn", "al", "el", "la", "le", "du", "y", "e", "af", "zu", "st",
    };

    private static readonly HashSet<string> Connectors = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "in", "at", "for", "of", "the", "from", "via", "with", "by", "on", "to", "behalf", "courtesy", "additional", "reporting", "editing", "writing", "also", "as", "handout", "pool", "file", "photo", "graphics", "research",
    };

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "staff", "columnist", "journalist", "journalists", "producer", "producers", "photographer", "photographers", "analyst", "bureau", "chief", "desk",
        "senior", "political", "court", "business", "sports", "news", "national", "foreign", "contributor", "contributors", "contributing", "agency", "agencies", "services", "team", "newsroom", "freelance", "special", "guest", "researcher", "author", "critic", "intern", "fellow", "presenter", "host",
    };

    /// <summary>Capitalised words that begin or are part of names of organisations, days and sentences rather than of people.</summary>
    private static readonly HashSet<string> NoName = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "he", "she", "it", "they", "we", "i", "this", "that", "these", "those", "his", "her", "their", "our", "my", "its", "all", "some", "many", "most", "but", "or", "not", "no", "yes", "contrast", "comparison",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "images", "press", "times", "post", "journal", "tribune", "herald", "gazette", "photo", "photos", "pictures", "media", "reuters", "associated", "network", "digital", "television", "tv", "radio", "magazine", "university", "department", "council", "ministry", "police", "office", "city", "county", "state", "states", "united", "york", "photograph", "photographs", "image", "illustration", "collage", "composite", "credit", "copyright", "archive", "archives", "stock", "bloomberg", "large", "next",
        "observer", "chronicle", "guardian", "telegraph", "independent", "standard", "mirror", "courier", "dispatch", "bulletin", "examiner", "inquirer", "weekly", "daily", "mail", "globe", "echo", "argus", "review", "newspaper", "newspapers", "agencies", "association", "museum", "library", "gallery", "institute", "foundation", "center", "centre", "college", "school", "committee", "government", "service", "services", "bank", "company", "group", "club", "society", "hospital", "entertainment", "productions", "studio", "studios", "wire", "files", "video", "getty", "collection", "handout", "today", "usa",
    };

    /// <summary>Two to five words, each with a capital, particles between them allowed: "Ana María de la Cruz", "J.R. O'Neill", "Jim WATSON".</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \n.,");
        int words = 0, full = 0;
        var lastIsParticle = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty)
                return false;
            words++;
            lastIsParticle = Has(Particles, word) && char.IsLower(word[0]);
            if (lastIsParticle && words > 1)
                continue;
            if (!IsNameWord(word))
                return false;
            full++;
        }
        return words is >= 2 and <= 6 && full >= 2 && !lastIsParticle;
    }

    /// <summary>True where every word is capitalised, a connecting word or a role: a line of names, places and agencies, no sentence.</summary>
    public static bool IsList(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" \n/|&,;:()[]"))
        {
            var word = text[range].Trim("\"'’‘“”.-–—©");
            if (!word.IsEmpty && !IsCapitalised(word) && !Has(Connectors, word) && !Has(Roles, word) && !Has(Particles, word))
                return false;
        }
        return true;
    }

    public static bool HasRole(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" \n/|&,;:()"))
            if (IsRole(text[range]))
                return true;
        return false;
    }

    public static bool IsRole(ReadOnlySpan<char> word) => Has(Roles, word.Trim(".,"));

    public static bool IsParticle(ReadOnlySpan<char> word) => Has(Particles, word);

    /// <summary>A capitalised word of letters, with dots, hyphens and apostrophes, that is not known to be anything but a name.</summary>
    public static bool IsNameWord(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(",");
        if (!IsCapitalised(word) || Has(NoName, word) || Has(Roles, word) || (Has(Connectors, word) && !char.IsUpper(word[0])) || word is "The" or "By" or "And" or "In" or "For" or "With" or "At" or "From" or "On")
            return false;
        foreach (var c in word)
            if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’' or '‑') && !char.IsHighSurrogate(c) && !char.IsLowSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                return false;
        return true;
    }

    private static bool IsCapitalised(ReadOnlySpan<char> word)
    {
        if (word.Length == 0)
            return false;
        // "d'Artagnan", "al-Sayed", "iStock"
        var inner = word.IndexOfAny("'’-");
        return (char.IsLetter(word[0]) && !char.IsLower(word[0])) || (inner is > 0 and < 4 && inner + 1 < word.Length && char.IsUpper(word[inner + 1])) || (word.Length > 2 && char.IsLower(word[0]) && char.IsUpper(word[1]));
    }

    private static bool Has(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
