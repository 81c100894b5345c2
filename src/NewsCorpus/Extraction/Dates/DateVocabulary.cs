using System.Collections.Frozen;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Names of months, weekdays and time zones as news sites write them.</summary>
internal static class DateVocabulary
{
    private static readonly FrozenDictionary<string, int> _months = Months(
        "jan january januar jänner januari janvier janv enero ene gennaio gen janeiro janeiro stycznia ledna tammikuuta ianuarie siječnja ocak января január janvāris januárja leden styczeń ιανουαρίου ιαν січня януари gener siječanj tammikuu jaanuar sausio sausis janvārī يناير בינואר ינואר जनवरी ژانویه มกราคม xaneiro sty янв ian januára yanvar జనవరి ஜனவரி জানুয়ারি জানুয়ারী ජනවාරි ജനുവരി ਜਨਵਰੀ જાન્યુઆરી जाने जानेवारी جنوری јануар јануара јануари იანვარი հունվարի қаңтар janúar січ oca",
        "feb february februar februari février fevrier févr fév febrero febbraio fevereiro fev lutego února helmikuuta februarie veljače şubat февраля február februára luty únor φεβρουαρίου φεβ лютого февруари febrer veljača helmikuu veebruar vasario februārī pebruari فبراير בפברואר פברואר फरवरी فوریه กุมภาพันธ์ febreiro lut фев fevral ஃபெப்ரவரி பிப்ரவரி ফেব্রুয়ারি ফেব্রুয়ারী फ़रवरी फेब्रुवारी ફેબ્રુઆરી فروری фебруар фебруара თებერვალი փետրվարի ақпан febrúar лют şub peb",
        "mar march märz mär maerz maart mrt mars marzo março marco marts marca března maaliskuuta martie ožujka mart maret марта március marec březen març marzec μαρτίου μαρ березня март ožujak maaliskuu märts kovo martā مارس במרץ מרץ मार्च มีนาคม мар மார்ச் মার্চ માર્ચ مارچ მარტი մարտի наурыз бер",
        "apr april avril avr abril abr aprile kwietnia dubna huhtikuuta aprilie travnja nisan апреля április apríla kwiecień duben απριλίου απρ квітня април travanj huhtikuu aprill balandžio aprīlī aprīlis أبريل ابريل באפריל אפריל अप्रैल آوریل เมษายน kwi апр aprel ஏப்ரல் এপ্রিল એપ્રિલ اپریل აპრილი ապրիլի сәуір apríl квіт nis",
        "may mai mei maj mayo maggio mag maio maja května toukokuuta svibnja mayıs мая május mája květen maig μαΐου μαϊ травня май svibanj toukokuu gegužės maijs maijā مايو במאי מאי मई maí مه พฤษภาคม மே মে મે مئی мај маја მაისი մայիսի мамыр трав",
        "jun june juni juin junio giugno giu junho czerwca června kesäkuuta iunie lipnja haziran июня június júna czerwiec červen juny ιουνίου ιουν червня юни lipanj kesäkuu juuni birželio jūnijs jūnijā junij يونيو ביוני יוני जून júní ژوئن มิถุนายน cze июн iyun ஜூன் জুন જૂન جون јун јуна ივნისი հունիսի маусым черв xuño haz iun",
        "jul july juli juillet juil julio luglio lug julho lipca července heinäkuuta iulie srpnja temmuz июля július júla lipiec červenec juliol ιουλίου ιουλ липня юли srpanj heinäkuu juuli liepos jūlijs jūlijā julij يوليو ביולי יולי जुलाई júlí ژوئیه กรกฎาคม lip июл iyul ஜூலை জুলাই જુલાઈ جولائی јул јула ივლისი հուլիսի шілде лип xullo tem iul",
        "aug august août aout augustus augusti agosto ago agustus sierpnia srpna elokuuta kolovoza ağustos августа augusztus augusta avgust sierpień srpen agost αυγούστου αυγ серпня август kolovoz elokuu rugpjūčio augusts augustā أغسطس اغسطس באוגוסט אוגוסט अगस्त ágúst اوت สิงหาคม авг avqust ஆகஸ்ட் আগস্ট ઓગસ્ટ اگست აგვისტო օգոստոսի тамыз серп ağu agu agt",
        "sep sept september septembre septiembre setiembre settembre set setembro września září syyskuuta septembrie rujna eylül сентября szeptember septembra wrzesień setembre σεπτεμβρίου σεπ вересня септември rujan syyskuu rugsėjo septembris septembrī سبتمبر בספטמבר ספטמבר सितंबर سپتامبر กันยายน wrz сен сент sentyabr செப்டம்பர் সেপ্টেম্বর સપ્ટેમ્બર ستمبر септембар септембра სექტემბერი սեպտեմբերի қыркүйек верес szept eyl सितम्बर",
        "oct october oktober okt octobre octubre ottobre ott outubro out października října lokakuuta octombrie ekim октября október októbra październik říjen οκτωβρίου οκτ жовтня октомври lokakuu oktoober spalio oktobris oktobrī أكتوبر اكتوبر באוקטובר אוקטובר अक्टूबर اکتبر ตุลาคม paź окт oktyabr அக்டோபர் অক্টোবর ઓક્ટોબર اکتوبر октобар октобра ოქტომბერი հոկտեմբերի қазан жовт eki ऑक्टोबर",
        "nov november novembre noviembre novembro listopadu marraskuuta noiembrie studenoga kasım ноября novembra studeni νοεμβρίου νοε листопада ноември marraskuu lapkričio novembris novembrī نوفمبر בנובמבר נובמבר नवंबर nóvember نوامبر พฤศจิกายน lis ноя нояб noyabr நவம்பர் নভেম্বর નવેમ્બર نومبر новембар новембра ნოემბერი նոյեմբերի қараша лист noi kas नवम्बर nopember nop",
        "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia prosince joulukuuta decembrie prosinca aralık декабря decembra grudzień prosinec desembre δεκεμβρίου δεκ грудня декември prosinac joulukuu detsember gruodžio decembris decembrī ديسمبر בדצמבר דצמבר दिसंबर دسامبر ธันวาคม gru дек dekabr டிசம்பர் ডিসেম্বর ડિસેમ્બર دسمبر децембар децембра დეკემბერი դեկտեմբերի желтоқсан груд ara दिसम्बर");

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

    private static readonly FrozenSet<string> _weekdays = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
        lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab
        segunda segunda-feira terça terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira dilluns dimarts dimecres dijous divendres dissabte diumenge
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
        poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa ponedjeljak utorak srijeda četvrtak petak subota nedjelja
        hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar
        понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер субота неділя δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A weekday's name, whole or as short as it is written, perhaps with a mark behind it.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => _weekdays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.TrimEnd(".,: "));

    /// <summary>The English weekday that the word is, or as short as it is written; null for any other word.</summary>
    public static DayOfWeek? EnglishWeekday(ReadOnlySpan<char> word)
    {
        if (word.Length >= 3 && IsWeekday(word))
            for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
                if (day.ToString().AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return day;
        return null;
    }

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
