using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Extraction.Identities;

/// <summary>A title or apposition told apart, so that "New York City Mayor" and "mayor of New York" can be compared.</summary>
/// <param name="Head">What the office is, folded and in its usual word: "mayor", "vice president", "senator" for "Sen.".</param>
/// <param name="Scopes">What it is an office of: runs of capitalised words, folded, without generic ones ("City", "Council"): "new york".</param>
/// <param name="Words">The phrase as it stands.</param>
internal sealed record OfficePhrase(string Head, IReadOnlyList<string> Scopes, string Words)
{
    private static readonly HashSet<string> _ends = new(["of", "for", "at", "in", "on", "with", "from", "to", "under"], StringComparer.Ordinal);

    private static readonly HashSet<string> _ranks = new(
        ["deputy", "vice", "lieutenant", "assistant", "associate", "prime", "chief", "attorney", "solicitor", "surgeon", "director", "inspector", "secretary", "district", "shadow", "permanent"], StringComparer.Ordinal);

    /// <summary>Words that say when an office was held, or of which party, and neither which it is nor where.</summary>
    private static readonly HashSet<string> _passing = new(
        ["former", "ex", "then", "late", "outgoing", "incoming", "acting", "interim", "elect", "designate", "newly", "inaugurated", "elected", "current", "longtime", "the", "a", "an", "and", "his", "her", "their",
         "democratic", "republican", "democrat", "conservative", "labour", "tory", "liberal", "independent", "gop"], StringComparer.Ordinal);

    private static readonly HashSet<string> _generic = new(
        ["city", "town", "state", "states", "county", "borough", "district", "region", "regional", "national", "federal", "council", "office", "department", "ministry", "party", "committee", "house", "court"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _usual = new(StringComparer.Ordinal)
    {
        ["gov"] = "governor",
        ["sen"] = "senator",
        ["rep"] = "representative",
        ["congressman"] = "representative",
        ["congresswoman"] = "representative",
        ["congressmember"] = "representative",
        ["gen"] = "general",
        ["lt"] = "lieutenant",
        ["col"] = "colonel",
        ["capt"] = "captain",
        ["cpt"] = "captain",
        ["sgt"] = "sergeant",
        ["adm"] = "admiral",
        ["cmdr"] = "commander",
        ["insp"] = "inspector",
        ["det"] = "detective",
        ["supt"] = "superintendent",
        ["prof"] = "professor",
        ["councilor"] = "councillor",
        ["councilman"] = "councillor",
        ["councilwoman"] = "councillor",
        ["councilmember"] = "councillor",
        ["chairman"] = "chair",
        ["chairwoman"] = "chair",
        ["chairperson"] = "chair",
    };

    private static readonly HashSet<string> _past = new(
        ["former", "formerly", "ex", "onetime", "then", "late", "retired", "elect", "designate", "candidate", "nominee", "hopeful", "legend", "legendary", "great"], StringComparer.Ordinal);

    /// <summary>Null where the words name no office.</summary>
    public static OfficePhrase? Read(string? office)
    {
        if (office is null)
            return null;
        var lists = WordLists.Embedded;
        var words = office.Split([' ', '-', '–', ','], StringSplitOptions.RemoveEmptyEntries);
        var keys = Array.ConvertAll(words, NameKey.Of);
        var end = Array.FindIndex(keys, _ends.Contains);
        var role = LastRole(keys, 0, end < 0 ? keys.Length : end, lists);
        if (role < 0 && end >= 0)
            role = LastRole(keys, end, keys.Length, lists);
        if (role < 0)
            return null;
        var first = role;
        while (first > 0 && _ranks.Contains(keys[first - 1]))
            first--;
        var head = string.Join(' ', keys[first..(role + 1)].Select(k => _usual.GetValueOrDefault(k, k)));
        var scopes = new List<string>();
        var run = new List<int>();
        for (var i = 0; i <= words.Length; i++)
        {
            var isScope = i < words.Length && (i < first || i > role) && keys[i].Length > 0 && char.IsUpper(words[i][0]) && !_passing.Contains(keys[i]) && !IsRole(keys[i], lists);
            if (isScope)
                run.Add(i);
            else if (run.Count > 0)
            {
                Add(scopes, run, keys, lists);
                run.Clear();
            }
        }
        return new OfficePhrase(head, scopes, office);
    }

    /// <summary>True for an office of which there is one holder at a time in all the news that one reads, so that title and surname suffice.</summary>
    public bool IsSingular => Head is "president" or "prime minister" or "chancellor" or "pope" or "king" or "queen" or "emperor" or "secretary general" or "vice president";

    /// <summary>True where the words say that the office was held once, or may be held one day.</summary>
    public bool IsPast => Words.Split([' ', '-', '–', ','], StringSplitOptions.RemoveEmptyEntries).Any(w => _past.Contains(NameKey.Of(w)));

    /// <summary>Whether the two are offices of different things, as far as they say of what.</summary>
    public bool Contradicts(OfficePhrase other) => Scopes.Count > 0 && other.Scopes.Count > 0 && Shared(other) is null;

    /// <summary>What both are offices of, or null.</summary>
    public string? Shared(OfficePhrase other) => Scopes.FirstOrDefault(s => other.Scopes.Any(o => Holds(s, o) || Holds(o, s)));

    /// <summary>A scope as a name is written.</summary>
    public static string Capitals(string scope) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(scope);

    private static bool Holds(string words, string part) => $" {words} ".Contains($" {part} ", StringComparison.Ordinal);

    /// <summary>Generic words at the ends say nothing; a lone name of somebody ("Trump administration") is no place.</summary>
    private static void Add(List<string> scopes, List<int> run, string[] keys, WordLists lists)
    {
        while (run.Count > 0 && _generic.Contains(keys[run[^1]]))
            run.RemoveAt(run.Count - 1);
        while (run.Count > 0 && _generic.Contains(keys[run[0]]))
            run.RemoveAt(0);
        if (run.Count == 0)
            return;
        var kinds = lists.Of(keys[run[0]]);
        if (run.Count == 1 && (kinds & (WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name)) != WordKinds.None && (kinds & (WordKinds.Geography | WordKinds.Town | WordKinds.Place)) == WordKinds.None)
            return;
        scopes.Add(string.Join(' ', run.Select(i => keys[i])));
    }

    private static int LastRole(string[] keys, int from, int to, WordLists lists)
    {
        for (var i = to - 1; i >= from; i--)
            if (IsRole(keys[i], lists))
                return i;
        return -1;
    }

    private static bool IsRole(string key, WordLists lists) =>
        !_passing.Contains(key) && lists.Of(key) is var kinds && (kinds & WordKinds.AnyRole) != WordKinds.None && (kinds & (WordKinds.Kin | WordKinds.Bystander)) == WordKinds.None;
}
