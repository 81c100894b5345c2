using NewsCorpus.Extraction.Languages;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The mayor said on Monday that the bridge will be closed for two weeks while workers repair it.")]
    [InlineData("de", "Die Bürgermeisterin sagte am Montag, dass die Brücke zwei Wochen lang gesperrt wird, weil sie repariert werden muss.")]
    [InlineData("fr", "La maire a déclaré lundi que le pont sera fermé pendant deux semaines parce qu'il faut le réparer.")]
    [InlineData("es", "La alcaldesa dijo el lunes que el puente estará cerrado durante dos semanas porque hay que repararlo.")]
    [InlineData("it", "La sindaca ha detto lunedì che il ponte resterà chiuso per due settimane perché deve essere riparato.")]
    [InlineData("pt", "A prefeita disse na segunda-feira que a ponte ficará fechada durante duas semanas porque precisa de reparos.")]
    [InlineData("nl", "De burgemeester zei maandag dat de brug twee weken gesloten blijft omdat hij gerepareerd moet worden.")]
    [InlineData("sv", "Borgmästaren sade på måndagen att bron kommer att vara stängd i två veckor eftersom den måste repareras.")]
    [InlineData("da", "Borgmesteren sagde mandag, at broen vil være lukket i to uger, fordi den skal repareres af håndværkere.")]
    [InlineData("no", "Ordføreren sa mandag at brua blir stengt i to uker fordi den må repareres av håndverkere fra byen.")]
    [InlineData("fi", "Pormestari sanoi maanantaina, että silta suljetaan kahdeksi viikoksi, koska se on korjattava.")]
    [InlineData("pl", "Burmistrz powiedziała w poniedziałek, że most będzie zamknięty przez dwa tygodnie, ponieważ trzeba go naprawić.")]
    [InlineData("cs", "Starostka v pondělí řekla, že most bude na dva týdny uzavřen, protože je třeba ho opravit.")]
    [InlineData("sk", "Primátorka v pondelok povedala, že most bude na dva týždne zatvorený, pretože ho treba opraviť.")]
    [InlineData("hu", "A polgármester hétfőn azt mondta, hogy a hidat két hétre lezárják, mert meg kell javítani.")]
    [InlineData("ro", "Primarul a spus luni că podul va fi închis timp de două săptămâni, deoarece trebuie reparat.")]
    [InlineData("tr", "Belediye başkanı pazartesi günü köprünün onarılması gerektiği için iki hafta boyunca kapalı kalacağını söyledi.")]
    [InlineData("vi", "Thị trưởng nói hôm thứ hai rằng cây cầu sẽ đóng cửa trong hai tuần vì cần phải được sửa chữa.")]
    [InlineData("ru", "Мэр сказала в понедельник, что мост будет закрыт на две недели, потому что его нужно отремонтировать.")]
    [InlineData("uk", "Мерка сказала в понеділок, що міст буде закрито на два тижні, тому що його треба відремонтувати.")]
    [InlineData("bg", "Кметицата каза в понеделник, че мостът ще бъде затворен за две седмици, защото трябва да бъде поправен.")]
    [InlineData("ar", "قالت رئيسة البلدية يوم الاثنين إن الجسر سيغلق لمدة أسبوعين لأنه يحتاج إلى إصلاح من قبل العمال.")]
    [InlineData("fa", "شهردار روز دوشنبه گفت که پل به مدت دو هفته بسته خواهد شد زیرا باید تعمیر شود و کارگران می‌آیند.")]
    [InlineData("hi", "महापौर ने सोमवार को कहा कि पुल दो सप्ताह के लिए बंद रहेगा क्योंकि उसकी मरम्मत करनी है।")]
    [InlineData("el", "Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα κλείσει για δύο εβδομάδες.")]
    [InlineData("he", "ראשת העיר אמרה ביום שני שהגשר ייסגר לשבועיים כי צריך לתקן אותו.")]
    [InlineData("ja", "市長は月曜日、橋を修理するために二週間閉鎖すると述べた。多くの人が毎日この橋を渡っている。")]
    [InlineData("zh", "市长星期一说，大桥需要维修，将关闭两个星期。每天有很多人从桥上经过。")]
    [InlineData("ko", "시장은 월요일에 다리를 수리해야 하므로 두 주 동안 닫는다고 말했다.")]
    [InlineData("th", "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะปิดเป็นเวลาสองสัปดาห์เพราะต้องซ่อมแซม")]
    public void Tells_the_language_of_a_sentence(string code, string text) => Assert.Equal(code, LanguageIdentifier.Read(text)?.Code);

    [Fact]
    public void A_quotation_in_another_script_is_not_the_text_s()
    {
        const string text = "The inscription above the gate reads “Καλώς ήρθατε στο λιμάνι”, and nobody in the town is old enough to remember who put it there or when.";
        Assert.Equal("en", LanguageIdentifier.Read(text)?.Code);
    }

    [Theory]
    [InlineData("zh", "工作负载清单文件 WorkloadManifest.Quay 缺少 HarbourBridge 属性，请安装 Microsoft Visual Studio 或 Rider 的新版本。")]
    [InlineData("ko", "항구의 Quay Post 앱은 iPhone 및 Android 기기에서 WorkloadManifest 업데이트 후 다시 사용할 수 있습니다.")]
    [InlineData("en", "The ferry that the town calls 渡船 is back on the sound, and nobody is old enough to remember who gave it the name or when it was.")]
    public void Latin_names_and_terms_make_no_text_of_East_Asia_Latin(string code, string text) => Assert.Equal(code, LanguageIdentifier.Read(text)?.Code);

    [Fact]
    public void Says_nothing_where_two_scripts_hold_each_other_the_balance() =>
        Assert.Null(LanguageIdentifier.Read("The ferry is back on the sound. Паром снова вышел в море."));
}
