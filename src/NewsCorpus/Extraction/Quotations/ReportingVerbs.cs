using System.Collections.Frozen;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>Verbs by which English news copy reports speech and writing, in all their forms.</summary>
internal static class ReportingVerbs
{
    /// <summary>Verbs that take speech as their object and hardly ever mean anything else.</summary>
    private static readonly FrozenSet<string> _strong = Forms("""
        say|says|said|saying tell|tells|told|telling add ask explain insist argue claim state declare announce write|writes|wrote|written|writing tweet reply respond
        recall remark quip joke warn admit+t acknowledge concede testify exclaim shout yell cry whisper mutter comment lament complain boast brag+g counter retort opine muse
        stress reiterate assert contend caution proclaim interject chime deadpan+n joke plead vow pledge confide allege affirm intone declaim growl groan sigh scoff sneer
        blurt holler chant thunder fume gush enthuse deny confirm clarify recount summarise summarize surmise profess blog+g
        """);

    /// <summary>Verbs that report speech in the right company ("noted", "went on", "called it").</summary>
    private static readonly FrozenSet<string> _weak = Forms("""
        note continue conclude observe suggest predict promise urge emphasise emphasize repeat maintain report reveal disclose agree hope think|thinks|thought|thinking
        believe feel|feels|felt|feeling demand order beg+g praise thank call describe label|labels|labelled|labeled|labelling|labeling dub+b brand refer+r characterise characterize denounce condemn criticise criticize
        blast slam+m hail dismiss decry tout cite quote read|reads|reading sing|sings|sang|singing swear|swears|swore|swearing begin|begins|began|beginning finish offer propose post share snap+p
        charge accuse attack defend deride mock ridicule laud welcome express voice mention point hint imply signal|signals|signalled|signaled|signalling|signaling indicate speak|speaks|spoke|spoken|speaking
       
        go|goes|went|going laugh smile nod+d press tease wonder inquire enquire question answer advise recommend remind inform assure reassure convince instruct estimate speculate reason
        decline refuse reject regret regrets forecast learn warn issue pose deem portray depict blame fault credit compare liken
        remember conjecture figure guess suspect doubt fear worry expect consider
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _strongWords = _strong.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _weakWords = _weak.GetAlternateLookup<ReadOnlySpan<char>>();

    public static FrozenSet<string> Strong => _strong;

    public static FrozenSet<string> Weak => _weak;

    public static bool IsStrong(ReadOnlySpan<char> word) => _strongWords.Contains(word);

    public static bool IsAny(ReadOnlySpan<char> word) => _strongWords.Contains(word) || _weakWords.Contains(word);

    /// <summary>True for the start of " she said" or " said Mr Rook": a reporting verb among the first four words, before any stop.</summary>
    public static bool OpensCue(ReadOnlySpan<char> text)
    {
        var i = 0;
        for (var words = 0; words < 4; words++)
        {
            while (i < text.Length && text[i] == ' ')
                i++;
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] == '-'))
                i++;
            if (i == start)
                return false;
            if (IsStrong(text[start..i]))
                return true;
            if (i < text.Length && text[i] is not (' ' or '.'))
                return false;
            i++;
        }
        return false;
    }

    /// <summary>Expands "add" to add, adds, added, adding; "+t" doubles a consonant; a list with bars is complete as it stands.</summary>
    private static FrozenSet<string> Forms(string verbs)
    {
        var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in verbs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Contains('|', StringComparison.Ordinal))
            {
                forms.UnionWith(entry.Split('|'));
                continue;
            }
            var parts = entry.Split('+');
            var verb = parts[0];
            var doubled = parts.Length > 1 ? verb + parts[1] : verb;
            forms.Add(verb);
            if (verb.EndsWith('e'))
                forms.UnionWith([verb + "s", verb + "d", verb[..^1] + "ing"]);
            else if (verb.EndsWith('y') && verb[^2] is not ('a' or 'e' or 'o' or 'u'))
                forms.UnionWith([verb[..^1] + "ies", verb[..^1] + "ied", verb + "ing"]);
            else
                forms.UnionWith([verb + (verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s"), doubled + "ed", doubled + "ing"]);
        }
        return forms.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
