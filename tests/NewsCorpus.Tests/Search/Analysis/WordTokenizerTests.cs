using NewsCorpus.Search.Analysis;
using Xunit;

namespace NewsCorpus.Tests.Search.Analysis;

public sealed class WordTokenizerTests
{
    [Theory]
    [InlineData("The mayor's plan", "the mayor plan")]
    [InlineData("O'Brien O’Brien OBrien", "obrien obrien obrien")]
    [InlineData("the Joneses' house", "the joneses house")]
    [InlineData("don't rock 'n' roll", "dont rock n roll")]
    [InlineData("U.S. officials, U.S.-led; the U.S.", "us officials us led the us")]
    [InlineData("the U.S.'s and J.D. Vale", "the us and jd vale")]
    [InlineData("at 9 a.m. on Monday.", "at 9 am on monday")]
    [InlineData("end of line A.\nB. starts", "end of line a b starts")]
    [InlineData("R&D at AT&T & co", "r&d at at&t co")]
    [InlineData("1,500 and 1,50 and 12,345,678.90", "1500 and 1 50 and 12345678.90")]
    [InlineData("$3.5m or 50%", "3.5m or 50")]
    [InlineData("well-known state‑run e–mail", "well known state run e mail")]
    [InlineData("co\u00ADoper\u200Bate", "cooperate")]
    [InlineData("Café naïve Ångström Straße Łódź", "cafe naive angstrom strasse lodz")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("example.com/path", "example com path")]
    [InlineData("市長が話した", "市 長 が 話 し た")]
    [InlineData("Москва", "москва")]
    [InlineData("😀 ok 😀", "ok")]
    [InlineData("\ud83d broken \udc00", "broken")]
    [InlineData("", "")]
    [InlineData("'s 's", "s s")]
    public void Cuts_and_folds(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    [Theory]
    [InlineData("ICE", "Capitals")]
    [InlineData("Ice", "Mixed")]
    [InlineData("ice", "Lower")]
    [InlineData("A", "Mixed")]
    [InlineData("U.S.", "Capitals")]
    [InlineData("G7", "Mixed")]
    public void Notes_capitals(string text, string expected)
    {
        var tokenizer = new WordTokenizer();
        tokenizer.Reset(text);

        Assert.True(tokenizer.MoveNext());

        Assert.Equal(expected, tokenizer.Case.ToString());
    }

    [Fact]
    public void Offsets_are_of_the_word_without_its_possessive()
    {
        var tokenizer = new WordTokenizer();
        tokenizer.Reset("in O’Brien’s U.S. house");
        var found = new List<string>();
        while (tokenizer.MoveNext())
            found.Add("in O’Brien’s U.S. house"[tokenizer.Start..tokenizer.End]);

        Assert.Equal("in|O’Brien|U.S.|house", string.Join('|', found));
    }

    [Fact]
    public void Goes_forward_through_any_text()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            const string alphabet = "aB1.,'’&-\u00AD\u0301\ud83d\ude00 éЖ市\n";
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var tokenizer = new WordTokenizer();
            tokenizer.Reset(text);
            var last = 0;
            while (tokenizer.MoveNext())
            {
                Assert.True(tokenizer.Start >= last && tokenizer.End > tokenizer.Start && tokenizer.End <= text.Length, text);
                Assert.False(tokenizer.Word.IsEmpty);
                last = tokenizer.End;
            }
        }
    }

    [Theory]
    [InlineData("elections", "election")]
    [InlineData("protesting", "protest")]
    [InlineData("voted", "vote")]
    [InlineData("deported", "deport")]
    [InlineData("mates", "mate")]
    [InlineData("university", "university")]
    [InlineData("universe", "universe")]
    [InlineData("policies", "policy")]
    [InlineData("police", "police")]
    public void Stems_lightly(string word, string stem) => Assert.Equal(stem, WordStemmer.Current.Stem(word));

    private static IEnumerable<string> Words(string text)
    {
        var tokenizer = new WordTokenizer();
        tokenizer.Reset(text);
        while (tokenizer.MoveNext())
            yield return tokenizer.Word.ToString();
    }
}
