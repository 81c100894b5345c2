namespace NewsCorpus.Extraction.People;

/// <summary>Reads titles before a name ("New York City Mayor", "border czar", "Mr") and appositions after it (", president of the council,").</summary>
internal sealed class OfficeReader(TokenisedText document, byte[] labels)
{
    private const int LongestBefore = 8;
    private const int LongestAfter = 14;

    public TitleReading Before(int name, int first)
    {
        var role = name - 1;
        if (role >= first && document.Word(role) is "\"" or "”" or "’" or "'" && (document.Tokens[name].Flags & TokenisedText.Glued) == 0)
            role--;
        if (role < first)
            return TitleReading.None;
        var kinds = document.Tokens[role].Kinds;
        if (Labels.IsPerson(labels[role]))
            return TitleReading.None;
        if ((kinds & (WordKinds.AnyTitle | WordKinds.Kin)) == WordKinds.None)
            return new TitleReading(null, OfficeOf(role, first), Gender.Unknown);
        var word = document.Word(role);
        var gender = Genders.Of(kinds);
        if ((kinds & WordKinds.Bystander) != WordKinds.None)
            return new TitleReading(null, null, gender, (kinds & WordKinds.Kin) != WordKinds.None);
        if (word.Equals("lady", StringComparison.OrdinalIgnoreCase) && role > first && document.Word(role - 1).Equals("first", StringComparison.OrdinalIgnoreCase))
            return new TitleReading(null, null, gender, IsRelation: true);
        var isRole = (kinds & WordKinds.AnyRole) != WordKinds.None;
        var addressed = (kinds & (WordKinds.Title | WordKinds.AnyHonorific)) != WordKinds.None && (isRole || char.IsUpper(word[0])) ? Addressed(role, first) : null;
        if (!isRole)
        {
            // "President Dr X": the honorific hides the office.
            var outer = role > first ? Before(role, first) : TitleReading.None;
            return new TitleReading(outer.Addressed ?? addressed, outer.Office, gender == Gender.Unknown ? outer.Gender : gender);
        }
        return new TitleReading(addressed, Words(StartOf(role, first), role + 1), gender);
    }

    public string? After(int end, int blockEnd)
    {
        if (end >= blockEnd || document.Word(end) is not ",")
            return null;
        var from = end + 1;
        if (from < blockEnd && document.Word(from) is "the" or "a" or "an" or "then" or "now" or "another" or "one" or "his" or "her" or "their" or "its")
            from++;
        var role = -1;
        var to = from;
        for (; to < blockEnd && to - from < LongestAfter; to++)
        {
            var word = document.Word(to);
            if (word is "," or "." or ";" or ":" or "-" or "–" or "—" or "(" or "\"" or "“" or "”" or "!" or "?" or "who" or "whose" or "which" or "that" or "where" or "when" or "and" or "but" or "is" or "was" or "has" or "had")
                break;
            ref readonly var token = ref document.Tokens[to];
            if ((token.Kinds & WordKinds.Speech) != WordKinds.None && token.Case == TokenCase.Lower)
                break;
            if (Labels.IsPerson(labels[to]))
                return null;
            if (role < 0 && to - from > 6)
                return null;
            if (role < 0 && (token.Kinds & WordKinds.AnyRole) != WordKinds.None && (token.Kinds & WordKinds.Bystander) == WordKinds.None)
                role = to;
        }
        if (role < 0 || to - from >= LongestAfter || (to < blockEnd && document.Word(to) is not ("," or "." or "-" or "–" or "—" or "who" or "whose" or "and")))
            return null;
        return Words(from, to);
    }

    /// <summary>"Secretary of State" where those words end at <paramref name="last"/>, else null.</summary>
    private string? OfficeOf(int last, int first)
    {
        const int Longest = 5;
        for (var i = last; i > first && last - i < Longest; i--)
        {
            if (document.Word(i) is "of" or "for")
                return i < last && (document.Tokens[i - 1].Kinds & WordKinds.Title) != WordKinds.None && !Labels.IsPerson(labels[i - 1]) ? Words(StartOf(i - 1, first), last + 1) : null;
            if (Labels.IsPerson(labels[i]) || (!document.Tokens[i].IsCapital && document.Word(i) is not "the"))
                return null;
        }
        return null;
    }

    private int StartOf(int role, int first)
    {
        var start = role;
        while (start - 1 >= first && role - start < LongestBefore && Extends(start - 1, start))
            start--;
        while (start < role && document.Word(start) is "and" or "&" or "'s" or "’s" or "-" or "'" or "’")
            start++;
        return start;
    }

    /// <summary>The title with the ranks before it: "Chief Superintendent", "Prime Minister".</summary>
    private string Addressed(int role, int first)
    {
        var start = role;
        while (start > first && document.Tokens[start - 1].IsCapital && (document.Tokens[start - 1].Kinds & WordKinds.Rank) != WordKinds.None && !Labels.IsPerson(labels[start - 1]))
            start--;
        return Words(start, role + 1);
    }

    private bool Extends(int token, int next)
    {
        ref readonly var info = ref document.Tokens[token];
        if (Labels.IsPerson(labels[token]))
            return false;
        var word = document.Word(token);
        const WordKinds Known = WordKinds.Geography | WordKinds.Organisation | WordKinds.Place | WordKinds.AnyRole | WordKinds.OfficeModifier;
        if (info.IsCapital)
        {
            return labels[token] != Labels.Outside || (info.Kinds & Known) != WordKinds.None || (info.Kinds & WordKinds.Function) == WordKinds.None;
        }
        if (info.Case == TokenCase.Lower)
        {
            if (word is "and")
                return (document.Tokens[next].Kinds & WordKinds.OfficeModifier) != WordKinds.None && token > 0 && (document.Tokens[token - 1].Kinds & WordKinds.OfficeModifier) != WordKinds.None;
            return (info.Kinds & (WordKinds.OfficeModifier | WordKinds.AnyRole)) != WordKinds.None && (info.Kinds & WordKinds.Speech) == WordKinds.None;
        }
        return word is "&" || (word is "-" && (info.Flags & document.Tokens[next].Flags & TokenisedText.Glued) != 0) || (labels[token] != Labels.Outside && word is "'s" or "’s");
    }

    private string Words(int from, int to)
    {
        var text = document.Text.AsSpan(document.Tokens[from].Start, document.Tokens[to - 1].End - document.Tokens[from].Start);
        Span<char> clean = stackalloc char[Math.Min(text.Length, 120)];
        var length = 0;
        foreach (var c in text)
        {
            if (length == clean.Length)
                break;
            if (c is not ('"' or '“' or '”'))
                clean[length++] = char.IsWhiteSpace(c) ? ' ' : c;
        }
        return clean[..length].Trim().ToString();
    }
}
