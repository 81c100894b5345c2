using System.Text;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class MojibakeTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("It’s the ferry’s last “night” – or so.")]
    [InlineData("The café in Orléans, où il était, déjà vu")]
    [InlineData("Été comme hiver, l’État paie 5 €")]
    [InlineData("Zażółć gęślą jaźń w Łodzi")]
    [InlineData("Утром паром не пришёл")]
    [InlineData("朝の港は静かだった")]
    [InlineData("Entry costs £5 and 20 °C is warm")]
    [InlineData("A smile 😀 at the end")]
    public void Repairs_text_that_was_read_in_the_wrong_set(string text)
    {
        var notes = new List<string>();
        var broken = Western.GetString(Encoding.UTF8.GetBytes(text));
        Assert.NotEqual(text, broken);
        Assert.Equal(text, Mojibake.Repair(broken, notes));
        Assert.Contains("Windows-1252", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SÃO PAULO: A MANHÃ… E A IRMÃ» — CORAÇÃO, NÃO")]
    [InlineData("AMANHÃ… AMANHÃ…")]
    [InlineData("« Au café… », dit-il ; « à l’été…» “café…”")]
    [InlineData("Der Spaß… und “Fuß” und “groß”…")]
    [InlineData("Ä Ö Ü — ÅRET “Å” og ØRE… ÆON")]
    [InlineData("LA FORÊT… ROMÂNIA ÎN “CÂMP”")]
    [InlineData("Ý kiến: TRẦN VĂN Â – “Â” … Ê“")]
    [InlineData("3×½ and 4×¼")]
    [InlineData("plain ASCII")]
    public void Leaves_real_text_alone(string text)
    {
        var notes = new List<string>();
        Assert.Equal(text, Mojibake.Repair(text, notes));
        Assert.Empty(notes);
    }

    [Fact]
    public void Repairs_only_what_is_certain_where_the_text_is_mixed()
    {
        var notes = new List<string>();
        Assert.Equal("Été: it’s fine, café… »", Mojibake.Repair("Été: itâ€™s fine, café… »", notes));
        Assert.Contains("1 characters", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_the_line_of_the_first_repair()
    {
        var source = SourceDecoder.Decode(new SourceDocument("a.txt", Encoding.UTF8.GetBytes("One line.\nThe cafÃ© is shut.\n")));
        Assert.Equal("One line.\nThe café is shut.\n", source.Text);
        Assert.StartsWith("Line 2:", Assert.Single(source.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Invisible_characters_do_not_part_words()
    {
        var source = SourceDecoder.Decode(new SourceDocument("a.txt", Encoding.UTF8.GetBytes("Har\u00ADbour mas\u200Bter\uFEFF Ines \u202ECallo\u2060way\u202C\n")));
        Assert.Equal("Harbour master Ines Calloway\n", source.Text);
    }
}
