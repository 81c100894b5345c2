using System.Collections.Frozen;

namespace NewsCorpus.Extraction.Text;

/// <summary>Words of English news copy that are written with a full stop which mostly does not end a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>A name or a number always follows.</summary>
    private static readonly FrozenSet<string> _leading = Set("""
        Mr Mrs Ms Mx Dr Drs Prof Sen Sens Rep Reps Gov Govs Lt Gen Col Sgt Capt Cpl Maj Adm Cmdr Cdr Rev Fr Hon Pres Supt Det Insp Messrs Mme Mlle
        Sr Sra St Ste Mt Ft Atty Amb Asst Assoc Dir Dep Sec Treas Pfc Pvt Spc Brig Comdr Ald Del  vs v cf e.g i.e viz ca approx Nos pp Vol Fig
        """);

    /// <summary>A digit follows where they do not end the sentence.</summary>
    private static readonly FrozenSet<string> _months = Set("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec p Sec Ch Nr");

    /// <summary>May end a sentence; then a word follows that begins one.</summary>
    private static readonly FrozenSet<string> _trailing = Set("""
        Inc Corp Co Cos Ltd Jr Sr Bros Plc Esq Dept Univ Assn Ave Blvd Rd Hwy Bldg Ph.D M.D B.A M.A
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta
        """);

    /// <summary>Words that open a sentence far more often than they carry on a name.</summary>
    private static readonly FrozenSet<string> _starters = Set("""
        The A An He She It They We I You His Her Its Their Our My Your This That These Those There Here But And Or Nor So Yet If When While Where What Who Why How
        In On At By For From To With Without After Before During Since Until As Although Though Because However Meanwhile Moreover Also Still Then Now Once Only
        Some Many Most Several Both Each Every Another Other Such No Not One Two Three Last Next Earlier Later According Asked Despite Instead Among Under Over About
        """);

    public static bool AlwaysContinues(ReadOnlySpan<char> word) => Has(_leading, word);

    public static bool ContinuesBeforeDigit(ReadOnlySpan<char> word) => Has(_months, word);

    public static bool MayEnd(ReadOnlySpan<char> word) => Has(_trailing, word);

    public static bool OpensSentence(ReadOnlySpan<char> word) => Has(_starters, word);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
