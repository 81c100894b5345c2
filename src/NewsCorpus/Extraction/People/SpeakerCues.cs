namespace NewsCorpus.Extraction.People;

/// <summary>Whether a name is the speaker of reported speech in its sentence: a verb of saying stands beside it.</summary>
internal sealed class SpeakerCues(TokenisedText document)
{
    private const int LongestApposition = 14;

    public bool IsSpeaker(int from, int to, int first, int end) => VerbAfter(to, end) || VerbBefore(from, first);

    private bool VerbAfter(int at, int end)
    {
        if (at >= end || IsPossessive(at))
            return false;
        if (document.Word(at) is "(")
        {
            while (at < end && document.Word(at) is not ")")
                at++;
            at++;
        }
        if (at < end && document.Word(at) is ",")
        {
            var close = at + 1;
            while (close < end && close - at <= LongestApposition && document.Word(close) is not ("," or "." or "\"" or "“" or "”"))
                close++;
            if (close >= end || document.Word(close) is not ",")
                return false;
            at = close + 1;
        }
        for (var skipped = 0; at < end && skipped <= 2; at++, skipped++)
        {
            if (IsVerb(at))
                return true;
            if (document.Word(at) is not ("also" or "has" or "had" or "have" or "later" or "then" or "reportedly" or "again" or "once" or "recently" or "previously" or "himself" or "herself" or "first" or "repeatedly"))
                return false;
        }
        return false;
    }

    private bool VerbBefore(int from, int first)
    {
        var at = from - 1;
        while (at >= first && from - at <= 6 && ((document.Tokens[at].Kinds & (WordKinds.AnyTitle | WordKinds.OfficeModifier | WordKinds.Geography)) != WordKinds.None) && !IsVerb(at))
            at--;
        if (at < first || !IsVerb(at) || document.Word(at) is "told" or "asked" or "tells" or "asks" or "tell")
            return false;
        return at - 1 >= first && document.Word(at - 1) is "," or "\"" or "”" or "’" or "'" or "?" or "!";
    }

    private bool IsVerb(int token) =>
        document.Tokens[token].Case == TokenCase.Lower && (document.Tokens[token].Kinds & WordKinds.Speech) != WordKinds.None;

    private bool IsPossessive(int token) => document.Word(token) is "'s" or "’s";
}
