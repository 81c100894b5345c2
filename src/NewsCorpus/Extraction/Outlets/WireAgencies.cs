using System.Collections.Frozen;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>News agencies and the ways that datelines, bylines and credits name them.</summary>
public static class WireAgencies
{
    /// <summary>Proper name first, then its other names.</summary>
    private static readonly string[] _names =
    [
        "Reuters|Reuter|Thomson Reuters|Reuters News Agency", "Associated Press|AP|The Associated Press|The AP", "Agence France-Presse|AFP|Agence France Presse", "United Press International|UPI",
        "PA Media|PA|Press Association|PA News Agency", "Bloomberg|Bloomberg News", "dpa|Deutsche Presse-Agentur|Deutsche Presse Agentur", "ANSA", "EFE|Agencia EFE", "Xinhua|Xinhua News Agency",
        "TASS|ITAR-TASS|Itar-Tass", "Interfax", "RIA Novosti|RIA", "Kyodo News|Kyodo", "Jiji Press|Jiji", "Yonhap|Yonhap News Agency", "Press Trust of India|PTI", "Asian News International|ANI", "Indo-Asian News Service|IANS",
        "United News of India|UNI", "Australian Associated Press|AAP", "The Canadian Press|CP|Canadian Press", "Anadolu Agency|AA|Anadolu", "Belga|Belga News Agency", "ANP", "APA", "Keystone-SDA|SDA|ATS", "NTB", "TT News Agency|TT",
        "Ritzau", "STT", "Lusa|Lusa News Agency", "Europa Press", "MTI", "PAP", "CTK|ČTK", "Ukrinform", "BNS", "BTA", "Agerpres", "Tanjug", "HINA", "Bernama", "Antara", "Vietnam News Agency|VNA", "Philippine News Agency|PNA",
        "News Agency of Nigeria|NAN", "SAPA|South African Press Association", "PANA", "MENA|Middle East News Agency", "WAM|Emirates News Agency", "SPA|Saudi Press Agency", "IRNA", "SANA", "Petra", "KCNA", "Korean Central News Agency",
        "Télam|Telam", "Notimex", "Andina", "Agência Brasil|Agencia Brasil", "Prensa Latina", "Inter Press Service|IPS", "Tribune News Service|TNS", "McClatchy-Tribune|MCT", "Knight Ridder|Knight-Ridder|KRT",
        "New York Times News Service|N.Y. Times News Service|NYT News Service", "Washington Post News Service", "Los Angeles Times-Washington Post News Service", "Scripps Howard News Service", "Cox News Service",
        "Gannett News Service|GNS", "Hearst Newspapers News Service", "Religion News Service|RNS", "Catholic News Agency|CNA", "Jewish Telegraphic Agency|JTA", "States Newsroom", "KFF Health News|Kaiser Health News|KHN",
        "CNN Newsource|CNN Wire", "PR Newswire|PRNewswire", "Business Wire|BUSINESS WIRE", "GlobeNewswire|GLOBE NEWSWIRE", "Dow Jones Newswires|Dow Jones", "COMTEX", "Local Democracy Reporting Service|LDRS",
    ];

    private static readonly FrozenDictionary<string, string> _byKey = _names
        .SelectMany(line => line.Split('|').Select(name => KeyValuePair.Create(NameKey.Of(name), line.Split('|')[0])))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _short = _names.SelectMany(line => line.Split('|')).Where(name => name.Length <= 5).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The proper name of the agency that the words name and nothing else; null for other words. Names of up to five letters count only in their own letter case, since "pap" and "ani" are words and names.
    /// </summary>
    public static string? Find(string words)
    {
        words = words.Trim().Trim('.', ',', '/', '-', '–', '—', '(', ')', '[', ']', ' ', '"', '”', '“', '_');
        if (words.Length is < 2 or > 60)
            return null;
        return words.Length <= 5 && !_short.Contains(words) ? null : _byKey.GetValueOrDefault(NameKey.Of(words));
    }
}
