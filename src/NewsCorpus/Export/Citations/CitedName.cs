using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Export.Citations;

/// <summary>An author as styles need one.</summary>
/// <param name="Family">The whole name where <paramref name="Given"/> is empty: of an agency, or of somebody known by one word.</param>
/// <param name="Suffix">"Jr.", or "".</param>
/// <param name="IsFamilyFirst">True where the family name comes first as people say it: "Xi Jinping".</param>
internal sealed record CitedName(string Family, string Given = "", string Suffix = "", bool IsFamilyFirst = false)
{
    public bool IsWhole => Given.Length == 0;

    /// <summary>Splits a byline by the rules by which people are read from texts.</summary>
    public static CitedName Of(string byline, NameRules rules)
    {
        var (full, surname, _) = rules(byline);
        if (surname == full)
            return new CitedName(full);
        if (full.StartsWith(surname + " ", StringComparison.Ordinal))
            return new CitedName(surname, full[(surname.Length + 1)..], IsFamilyFirst: true);
        var at = full.LastIndexOf(" " + surname, StringComparison.Ordinal);
        return at < 0 ? new CitedName(full) : new CitedName(surname, full[..at], full[(at + 1 + surname.Length)..].Trim());
    }

    /// <summary>"Ines van der Berg Jr."</summary>
    public string Spoken => IsWhole ? Family : IsFamilyFirst ? $"{Family} {Given}" : Suffix.Length == 0 ? $"{Given} {Family}" : $"{Given} {Family} {Suffix}";

    /// <summary>"Berg, Ines, Jr.", as RIS has it.</summary>
    public string Sorted => Joined(Given);

    /// <summary>"Berg, Ines", but "Xi Jinping": the form that begins an entry in Chicago and MLA.</summary>
    public string Leading => IsFamilyFirst ? Spoken : Sorted;

    /// <summary>"Berg, I., Jr.", as APA has it.</summary>
    public string Initialled => Joined(string.Join(' ', Given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => string.Join('-', word.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Initial)))));

    private static string Initial(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant() + ".";

    private string Joined(string given) => IsWhole ? Family : $"{Family}, {given}{(Suffix.Length == 0 ? "" : ", " + Suffix)}";
}
