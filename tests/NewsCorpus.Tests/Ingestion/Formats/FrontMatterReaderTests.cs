using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class FrontMatterReaderTests
{
    private static ArticleDraft Read(string text, string path = "a.txt")
    {
        var (reader, draft) = Reading.Of(text, path);
        Assert.Equal("front-matter", reader);
        return draft;
    }

    [Fact]
    public void Gives_each_value_with_its_line_and_words()
    {
        var draft = Read("---\ntitle: \"Bridge 'opens'\"\ndate: 2026-01-08\nimage: ''\ntags:\n- 'bridge'\n- river\n\ndraft: false\n---\n\n<p>It opened.</p>");
        Assert.Equal(
            [
                new("title", "Bridge 'opens'", "front matter", 2, "title: \"Bridge 'opens'\""),
                new("date", "2026-01-08", "front matter", 3, "date: 2026-01-08"),
                new("tags", "bridge", "front matter", 6, "- 'bridge'"),
                new("tags", "river", "front matter", 7, "- river"),
                new("draft", "false", "front matter", 9, "draft: false"),
            ],
            draft.Fields);
        Assert.Equal(("<p>It opened.</p>", BodyFormat.Html, 12), (draft.Body, draft.BodyFormat, draft.BodyLine));
    }

    [Theory]
    [InlineData("2026-01-08")]
    [InlineData("2026-01-08T09:30:00+01:00")]
    [InlineData("0123")]
    [InlineData("1e3")]
    [InlineData("yes")]
    [InlineData("8 January 2026")]
    public void Takes_no_value_for_a_number_or_a_date(string value)
    {
        Assert.Equal(value, Read($"---\ndate: {value}\n---\nText.").Fields[0].Value);
    }

    [Fact]
    public void Flattens_maps_and_lists()
    {
        var draft = Read("---\nauthor:\n  name: Ana Ruiz\n  links: {web: 'https://a.example', feed: ~}\nauthors:\n  - {name: Tom Marsh}\n  - name: Eva Lind\nkeys: [a, \"b, c\"]\n---\nText.");
        Assert.Equal(
            ["author.name=Ana Ruiz", "author.links.web=https://a.example", "authors.name=Tom Marsh", "authors.name=Eva Lind", "keys=a", "keys=b, c"],
            draft.Fields.Select(f => $"{f.Key}={f.Value}"));
    }

    [Fact]
    public void Reads_folded_and_literal_values()
    {
        var draft = Read("---\nsummary: >\n  One line\n  and more.\nplace: Old\n  Town\nnote: |\n  a\n  b\n---\nText.");
        Assert.Equal(["One line and more.\n", "Old Town", "a\nb\n"], draft.Fields.Select(f => f.Value));
        Assert.Equal("summary: >\n  One line\n  and more.", draft.Fields[0].Excerpt);
        Assert.Equal(5, draft.Fields[1].Line);
    }

    [Theory]
    [InlineData("\uFEFF---\ntitle: A\n---\nText.", 4)]
    [InlineData("\n\n---\ntitle: A\n---\nText.", 6)]
    [InlineData("---  \r\ntitle: A\r\n...\r\nText.", 4)]
    [InlineData("---\r# remark\rtitle: A\r---\t\r\r\rText.", 7)]
    public void Reads_fences_of_any_make(string text, int line)
    {
        var draft = Read(text);
        Assert.Equal(("A", "Text.", line), (draft.Field("title")!.Value, draft.Body, draft.BodyLine));
    }

    [Theory]
    [InlineData("title: Mayor: \"I will stay\"", "Mayor: \"I will stay\"")]
    [InlineData("title: 'It's a trap'", "It's a trap")]
    [InlineData("title: \"No\" is the answer", "\"No\" is the answer")]
    [InlineData("title: \"He said \"no\" today\"", "He said \"no\" today")]
    [InlineData("title: @harbour is back", "@harbour is back")]
    [InlineData("title: [Update] Bridge opens", "[Update] Bridge opens")]
    [InlineData("title: *Bridge* opens", "*Bridge* opens")]
    [InlineData("title: \"C:\\path\"", "C:\\path")]
    [InlineData("title: Bridge: what we know\n  so far", "Bridge: what we know so far")]
    public void Repairs_a_value_that_only_lacks_its_quotation_marks(string line, string value)
    {
        var draft = Read($"---\nslug: a\n{line}\ndate: 2026-01-08\n---\nText.");
        Assert.Equal(value, draft.Field("title")!.Value);
        Assert.Equal("2026-01-08", draft.Field("date")!.Value);
        Assert.StartsWith("Line 3:", Assert.Single(draft.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Repairs_several_values()
    {
        var draft = Read("---\ntitle: One: two: three\nsummary: Four: five\ntags:\n  - @six\n---\nText.");
        Assert.Equal(["One: two: three", "Four: five", "@six"], draft.Fields.Select(f => f.Value));
        Assert.Equal(3, draft.Notes.Count);
    }

    [Fact]
    public void Rejects_an_unclosed_quotation_mark_on_its_line()
    {
        var fault = Reading.Rejected("---\ndate: 2026-01-08\ntitle: \"Bridge opens\nslug: a\n---\nText.");
        Assert.Equal(3, fault.Line);
        Assert.Contains("never closed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_indentation_by_tabs_on_its_line()
    {
        var fault = Reading.Rejected("---\ntitle: A\nauthor:\n\tname: Ana\n---\nText.");
        Assert.Equal(4, fault.Line);
        Assert.Contains("tab", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_key_given_twice_with_different_values()
    {
        var fault = Reading.Rejected("---\ntitle: A\ndate: 2026-01-08\nTitle: B\n---\nText.");
        Assert.Equal(4, fault.Line);
        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, Reading.Rejected("---\n{a: 1, a: 2}\n---\nText.").Line);
    }

    [Fact]
    public void Notes_a_key_given_twice_with_the_same_value()
    {
        var draft = Read("---\ntitle: A\ntitle: A\n---\nText.");
        Assert.Equal("A", Assert.Single(draft.Fields).Value);
        Assert.Contains("Line 3", Assert.Single(draft.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_missing_closing_fence()
    {
        var fault = Reading.Rejected("\n---\ntitle: A\n\nThe text goes on.\n");
        Assert.Equal(2, fault.Line);
        Assert.Contains("never closed", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: A\n  date: B\n c\n---\nText.")]
    [InlineData("---\ntitle: A\n- b\n---\nText.")]
    [InlineData("---\ntitle: 'A\n---\nText.")]
    [InlineData("---\na: &x [1]\nb: *x\n---\nText.")]
    [InlineData("---\na: *y\nb: {*y : 1}\n---\nText.")]
    [InlineData("---\na: [b\nc: d\n---\nText.")]
    [InlineData("---\ntitle:\n  ? [a]\n  : b\n---\nText.")]
    public void Rejects_what_stays_unreadable_with_a_line_of_the_front_matter(string text)
    {
        Assert.InRange(Reading.Rejected(text).Line!.Value, 2, 4);
    }

    [Fact]
    public void Rejects_front_matter_that_is_deep_or_wide_or_long()
    {
        Reading.Rejected($"---\na: {new string('[', 2000)}{new string(']', 2000)}\n---\nText.");
        Reading.Rejected($"---\na: [{string.Join(',', Enumerable.Range(0, 6000))}]\n---\nText.");
        Reading.Rejected($"---\na: {new string('x', 200_000)}\n---\nText.");
    }

    [Fact]
    public void Uses_an_anchor_of_a_single_value_again()
    {
        Assert.Equal(["2026", "2026"], Read("---\na: &x 2026\nb: *x\n---\nText.").Fields.Select(f => f.Value));
    }

    [Theory]
    [InlineData("---\ntitle: A\n---")]
    [InlineData("---\ntitle: A\n---\n \n")]
    public void Notes_an_empty_body(string text)
    {
        var draft = Read(text);
        Assert.Equal("", draft.Body);
        Assert.Single(draft.Notes);
    }

    [Fact]
    public void Reads_empty_front_matter()
    {
        var draft = Read("---\n---\nText.");
        Assert.Empty(draft.Fields);
        Assert.Equal("Text.", draft.Body);
    }

    [Theory]
    [InlineData("---\n\nThe storm has passed: nobody was hurt.\n---\nMore.")]
    [InlineData("--- \nThe storm has passed.")]
    [InlineData("-----\ntitle: A\n-----\nText.")]
    [InlineData("---")]
    public void Leaves_a_rule_of_hyphens_to_plain_text(string text)
    {
        Assert.Equal("plain-text", Reading.Of(text).Reader);
    }

    [Theory]
    [InlineData("<p>One.</p>", BodyFormat.Html)]
    [InlineData("<!-- x --><div>One.</div>", BodyFormat.Html)]
    [InlineData("One.<br>Two.", BodyFormat.Html)]
    [InlineData("## One\n\nTwo", BodyFormat.Markdown)]
    [InlineData("See [one](https://a.example).", BodyFormat.Markdown)]
    [InlineData("It is **very** late.", BodyFormat.Markdown)]
    [InlineData("It is 2 ** 3 ** 4.", BodyFormat.PlainText)]
    [InlineData("#1 in town (see [2] (3)).", BodyFormat.PlainText)]
    [InlineData("One < two and <p is odd.", BodyFormat.PlainText)]
    [InlineData("<Ana> said nothing.", BodyFormat.PlainText)]
    public void Tells_the_format_of_the_body_by_its_content(string body, BodyFormat format)
    {
        Assert.Equal(format, Read($"---\ntitle: A\n---\n{body}").BodyFormat);
    }

    [Fact]
    public void Takes_the_name_of_the_file_where_the_content_leaves_it_open()
    {
        Assert.Equal(BodyFormat.Markdown, Read("---\ntitle: A\n---\nOne\ntwo.", "a.md").BodyFormat);
    }

    [Fact]
    public void Reads_half_characters_of_an_escape()
    {
        Assert.Equal("a\U0001F600b", Read("---\ntitle: \"a\\uD83D\\uDE00b\"\n---\nText.").Fields[0].Value);
        Assert.Equal("a\\uD800b", Read("---\ntitle: \"a\\uD800b\"\n---\nText.").Fields[0].Value);
    }

    [Fact]
    public void Reads_or_rejects_whatever_is_cut_or_changed()
    {
        const string whole = "---\ntitle: \"Bridge: 'opens'\"\ndate: 2026-01-08\nauthor: {name: Ana, tags: [a, b]}\nsummary: >\n  One\n  two.\ntags:\n- 'bridge'\n---\n<p>Text.</p>";
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var characters = whole.ToList();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(characters.Count);
                if (random.Next(2) == 0)
                    characters.RemoveAt(at);
                else
                    characters.Insert(at, "\n\t \"':[]{}-&*!|>%@#,?"[random.Next(21)]);
            }
            try
            {
                Assert.NotNull(Reading.Of(string.Concat(characters)).Draft);
            }
            catch (NewsCorpus.Ingestion.RejectedFileException e)
            {
                Assert.InRange(e.Line!.Value, 1, 14);
            }
        }
    }
}
