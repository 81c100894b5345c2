using System.Collections.Frozen;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Names of months and of time zones as news sites write them.</summary>
internal static class DateVocabulary
{
    private static readonly FrozenDictionary<string, int> _months = Months(
        "jan january januar jänner januari janvier janv enero ene gennaio gen janeiro janeiro stycznia ledna tammikuuta ianuarie siječnja ocak января január janvāris januárja leden styczeń ιανουαρίου ιαν січня януари gener siječanj tammikuu",
        "feb february februar februari février fevrier févr fév febrero febbraio fevereiro fev lutego února helmikuuta februarie veljače şubat февраля február februára luty únor φεβρουαρίου φεβ лютого февруари febrer veljača helmikuu",
        "mar march märz mär maerz maart mrt mars marzo março marco marts marca března maaliskuuta martie ožujka mart maret марта március marec březen març marzec μαρτίου μαρ березня март ožujak maaliskuu",
        "apr april avril avr abril abr aprile kwietnia dubna huhtikuuta aprilie travnja nisan апреля április apríla kwiecień duben απριλίου απρ квітня април travanj huhtikuu",
        "may mai mei maj mayo maggio mag maio maja května toukokuuta svibnja mayıs мая május mája květen maig μαΐου μαϊ травня май svibanj toukokuu",
        "jun june juni juin junio giugno giu junho czerwca června kesäkuuta iunie lipnja haziran июня június júna czerwiec červen juny ιουνίου ιουν червня юни lipanj kesäkuu",
        "jul july juli juillet juil julio luglio lug julho lipca července heinäkuuta iulie srpnja temmuz июля július júla lipiec červenec juliol ιουλίου ιουλ липня юли srpanj heinäkuu",
        "aug august août aout augustus augusti agosto ago agustus sierpnia srpna elokuuta kolovoza ağustos августа augusztus augusta avgust sierpień srpen agost αυγούστου αυγ серпня август kolovoz elokuu",
        "sep sept september septembre septiembre setiembre settembre set setembro września září syyskuuta septembrie rujna eylül сентября szeptember septembra wrzesień setembre σεπτεμβρίου σεπ вересня септември rujan syyskuu",
        "oct october oktober okt octobre octubre ottobre ott outubro out października října lokakuuta octombrie ekim октября október októbra październik říjen οκτωβρίου οκτ жовтня октомври lokakuu",
        "nov november novembre noviembre novembro listopadu marraskuuta noiembrie studenoga kasım ноября novembra studeni νοεμβρίου νοε листопада ноември marraskuu",
        "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia prosince joulukuuta decembrie prosinca aralık декабря decembra grudzień prosinec desembre δεκεμβρίου δεκ грудня декември prosinac joulukuu");

    /// <summary>
    /// Minutes east of UTC. Abbreviations that several zones share (IST, AST, CT, ET) are left out: a time in them is not an instant.
    /// </summary>
    private static readonly FrozenDictionary<string, int> _zones = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["UT"] = 0, ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60, ["CET"] = 60, ["CEST"] = 120, ["MEZ"] = 60, ["MESZ"] = 120,
        ["EET"] = 120, ["EEST"] = 180, ["SAST"] = 120, ["CAT"] = 120, ["WAT"] = 60, ["EAT"] = 180, ["MSK"] = 180, ["PKT"] = 300, ["SGT"] = 480, ["HKT"] = 480, ["AWST"] = 480,
        ["JST"] = 540, ["KST"] = 540, ["ACST"] = 570, ["AEST"] = 600, ["ACDT"] = 630, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
        ["NST"] = -210, ["NDT"] = -150, ["ADT"] = -180, ["EDT"] = -240, ["EST"] = -300, ["CDT"] = -300, ["CST"] = -360, ["MDT"] = -360, ["MST"] = -420,
        ["PDT"] = -420, ["PST"] = -480, ["AKDT"] = -480, ["AKST"] = -540, ["HST"] = -600,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12, or 0 for any other word.</summary>
    public static int Month(ReadOnlySpan<char> word) =>
        _months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : 0;

    public static bool TryZone(ReadOnlySpan<char> word, out int minutes) =>
        _zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out minutes);

    private static FrozenDictionary<string, int> Months(params ReadOnlySpan<string> names)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
            foreach (var name in names[i].Split(' '))
                months.TryAdd(name, i + 1);
        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
