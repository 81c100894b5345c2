using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Dates;

public sealed class DateReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ArticleContent Plain = Draft.Paragraphs("The ferry board met on Jan. 8, 2026, and adjourned without a vote.", "Nobody spoke.");

    [Theory]
    [InlineData("date")]
    [InlineData("published")]
    [InlineData("publish-date")]
    [InlineData("pubdate")]
    [InlineData("datepublished")]
    [InlineData("params.date")]
    [InlineData("created")]
    [InlineData("five_hundred:uploaded")]
    [InlineData("xy-article-publishdate")]
    public void Takes_a_stated_date_with_its_line_as_evidence(string key)
    {
        var finding = DateReader.Read(Draft.With("title=x", key + "=2026-01-08"), Plain, Today);

        Assert.Equal((new ArticleDate(new DateOnly(2026, 1, 8)), FactKind.Stated), (finding.Date, finding.Kind));
        var evidence = Assert.Single(finding.Evidence);
        Assert.Equal(new Evidence("date", "2026-01-08", FactKind.Stated, "front matter: " + key, key + ": 2026-01-08", Line: 3), evidence);
    }

    [Fact]
    public void Takes_an_inline_header()
    {
        var finding = DateReader.Read(Draft.From("inline header", "header-date=8 January 2026"), Plain, Today);

        Assert.Equal(("2026-01-08", FactKind.Stated), (finding.Date?.ToString(), finding.Kind));
    }

    [Fact]
    public void Leaves_an_article_undated_when_only_its_running_text_has_dates()
    {
        var finding = DateReader.Read(Draft.With("title=x", "published=true"), Plain, Today);

        Assert.Null(finding.Date);
        Assert.Equal(FactKind.Unknown, finding.Kind);
        Assert.Empty(finding.Evidence);
    }

    [Theory]
    [InlineData("2026-11-24", "future")]
    [InlineData("2026-02-30", "no 30 February")]
    [InlineData("0001-01-01", "first newspapers")]
    [InlineData("1970-01-01T00:00:00Z", "zero of computer clocks")]
    [InlineData("soon", "known spelling")]
    public void Refuses_with_the_reason_as_evidence(string value, string reason)
    {
        var finding = DateReader.Read(Draft.With("date=" + value), Plain, Today);

        Assert.Null(finding.Date);
        var evidence = Assert.Single(finding.Evidence);
        Assert.Null(evidence.Value);
        Assert.StartsWith("Refused: ", evidence.Note);
        Assert.Contains(reason, evidence.Note);
    }

    [Fact]
    public void Lets_tomorrow_through() =>
        Assert.Equal("2026-11-23", DateReader.Read(Draft.With("date=2026-11-23"), Plain, Today).Date?.ToString());

    [Fact]
    public void Passes_over_a_refused_date_for_a_good_one()
    {
        var finding = DateReader.Read(Draft.With("published=2027-01-08", "date=2026-01-08"), Plain, Today);

        Assert.Equal("2026-01-08", finding.Date?.ToString());
        Assert.Equal(("2026-01-08", null), (finding.Evidence[0].Value, finding.Evidence[1].Value));
    }

    [Fact]
    public void Keeps_both_dates_and_says_so_when_two_differ()
    {
        var finding = DateReader.Read(Draft.With("date=2026-01-09", "published=2026-01-08"), Plain, Today);

        Assert.Equal("2026-01-08", finding.Date?.ToString());
        Assert.Equal(("2026-01-08", "2026-01-09"), (finding.Evidence[0].Value, finding.Evidence[1].Value));
        Assert.Contains("front matter: date gives 2026-01-09", finding.Evidence[0].Note);
        Assert.Contains("Differs from 2026-01-08", finding.Evidence[1].Note);
    }

    [Fact]
    public void Says_nothing_when_two_agree_and_takes_the_finer()
    {
        var finding = DateReader.Read(Draft.With("published=2026-01", "date=2026-01-08"), Plain, Today);

        Assert.Equal("2026-01-08", finding.Date?.ToString());
        Assert.All(finding.Evidence, evidence => Assert.Null(evidence.Note));
    }

    [Fact]
    public void Takes_the_local_day_of_one_instant_stated_in_two_zones()
    {
        var finding = DateReader.Read(Draft.From("meta tag", "article:published_time=2026-01-09T04:30:00Z", "datepublished=2026-01-08T23:30:00-05:00"), Plain, Today);

        Assert.Equal(new DateOnly(2026, 1, 8), finding.Date?.Day);
        Assert.All(finding.Evidence, evidence => Assert.Null(evidence.Note));
    }

    [Theory]
    [InlineData("page-date=Nov. 18, 2025 5:53 PM", "2025-11-18")]
    [InlineData("og:url=https://harbourpost.example/2025/11/18/ferry", "2025-11-18")]
    [InlineData("page-date=Nov. 20, 2025", "2025-11-19")]
    public void Takes_the_outlets_own_day_of_an_instant_stated_in_utc(string shown, string expected)
    {
        var finding = DateReader.Read(Draft.From("JSON-LD", "datepublished=2025-11-19T01:53:00Z", shown), Plain, Today);

        Assert.Equal((expected, new DateTimeOffset(2025, 11, 19, 1, 53, 0, TimeSpan.Zero), FactKind.Stated), (finding.Date?.ToString(), finding.Date?.Instant, finding.Kind));
        Assert.Equal(expected != "2025-11-19", finding.Evidence[0].Note?.Contains("own day", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Takes_two_digits_of_a_year_where_the_language_tells_the_order() =>
        Assert.Equal("2025-10-30", DateReader.Read(Draft.From("page", "language=de", "page-date=30/10/25"), Plain, Today).Date?.ToString());

    [Theory]
    [InlineData("27.1.2026 - The ferry board met again in the old hall of the harbour, and adjourned without a vote.", "2026-01-27")]
    [InlineData("Hafenstadt, 27. Januar 2026 – The ferry board met again in the old hall of the harbour without a vote.", "2026-01-27")]
    [InlineData("On 27 January 2026 - the ferry board says - nobody met again in the old hall of the harbour.", null)]
    public void Takes_the_date_before_the_first_paragraph(string lead, string? expected) =>
        Assert.Equal(expected, DateReader.Read(Draft.With("title=x"), Draft.Paragraphs(lead, "Nobody spoke."), Today).Date?.ToString());

    [Fact]
    public void Never_takes_an_update_for_the_publication_when_one_is_stated()
    {
        var finding = DateReader.Read(Draft.With("lastmod=2026-03-01", "date=2026-01-08"), Plain, Today);

        Assert.Equal("2026-01-08", finding.Date?.ToString());
        Assert.Null(finding.Evidence[0].Note);
        Assert.Equal(("2026-03-01", "An update, not the publication."), (finding.Evidence[1].Value, finding.Evidence[1].Note));
    }

    [Fact]
    public void Derives_from_an_update_and_says_so_when_nothing_else_is_stated()
    {
        var finding = DateReader.Read(Draft.With("lastmod=2026-03-01"), Plain, Today);

        Assert.Equal(("2026-03-01", FactKind.Derived), (finding.Date?.ToString(), finding.Evidence[0].Kind));
        Assert.Equal(FactKind.Derived, finding.Kind);
        Assert.Contains("Only an update is stated", finding.Evidence[0].Note);
    }

    [Theory]
    [InlineData("https://www.harbourpost.example/2026/01/08/ferry", "2026-01-08")]
    [InlineData("https://harbourpost.example/world/2026/jan/08/ferry", "2026-01-08")]
    [InlineData("https://harbourpost.example/article/2026-01-08-ferry/", "2026-01-08")]
    [InlineData("https://harbourpost.example/ferry-2026-01-08", "2026-01-08")]
    [InlineData("https://harbourpost.example/20260108/ferry", "2026-01-08")]
    [InlineData("https://harbourpost.example/2026/01/ferry", "2026-01")]
    [InlineData("https://harbourpost.example/ferry-20150314", null)]
    [InlineData("https://harbourpost.example/2026/13/08/ferry", null)]
    [InlineData("https://harbourpost.example/2026/02/30/ferry", "2026-02")]
    [InlineData("https://harbourpost.example/story?date=2026-01-08", null)]
    [InlineData("https://harbourpost.example/wp-content/uploads/2026/01/logo.png", null)]
    [InlineData("ftp://harbourpost.example/2026/01/08/ferry", null)]
    public void Derives_from_the_path_of_the_address(string link, string? expected)
    {
        var finding = DateReader.Read(Draft.With("link=" + link), Plain, Today);

        Assert.Equal(expected, finding.Date?.ToString());
        Assert.Equal(expected is null ? FactKind.Unknown : FactKind.Derived, finding.Kind);
    }

    [Theory]
    [InlineData("Published 8 January 2026", "2026-01-08")]
    [InlineData("Published: Thursday, 8 January 2026 at 10:33 GMT", "2026-01-08")]
    [InlineData("Published 10:33 AM EST, Thu January 8, 2026", "2026-01-08")]
    [InlineData("First published on 8 January 2026 | Updated 9 January 2026", "2026-01-08")]
    [InlineData("Updated 9 January 2026, published 8 January 2026", "2026-01-08")]
    [InlineData("Posted Jan. 8, 2026 by the editors", "2026-01-08")]
    [InlineData("Thursday, January 8, 2026", "2026-01-08")]
    [InlineData("BRAMBLE BAY 2026-01-08", "2026-01-08")]
    [InlineData("AP-NY-01-08-96 1042EST", "1996-01-08")]
    [InlineData("Last updated 9 January 2026", "2026-01-09")]
    [InlineData("Published on 8 January 1999, the novel made her name.", null)]
    [InlineData("The ferry sank on 8 January 2026", null)]
    [InlineData("Dated 8 January 2026", null)]
    [InlineData("Published in January 2026", "2026-01")]
    public void Derives_from_a_line_of_the_text_that_is_about_the_article(string line, string? expected)
    {
        var finding = DateReader.Read(Draft.With("title=x"), Draft.Paragraphs(line, "Words that say nothing of dates."), Today);

        Assert.Equal(expected, finding.Date?.ToString());
        if (expected is not null)
            Assert.Equal((FactKind.Derived, 0, line.Length), (finding.Kind, finding.Evidence[0].Start, finding.Evidence[0].End));
    }

    [Fact]
    public void Derives_from_a_dateline_or_a_byline_but_not_from_a_caption()
    {
        var byDateline = Draft.Blocks((BlockKind.Dateline, "PORT ELM, Jan. 8, 2026 (Tidewire) —"), (BlockKind.Paragraph, "Words."));
        var byByline = Draft.Blocks((BlockKind.Byline, "By Ada Vesper | January 8, 2026"), (BlockKind.Paragraph, "Words."));
        var caption = Draft.Blocks((BlockKind.Caption, "Published 8 January 2026"), (BlockKind.Paragraph, "Words."));

        Assert.Equal("dateline", DateReader.Read(Draft.With(), byDateline, Today).Evidence[0].Rule);
        Assert.Equal("byline", DateReader.Read(Draft.With(), byByline, Today).Evidence[0].Rule);
        Assert.Null(DateReader.Read(Draft.With(), caption, Today).Date);
    }

    [Fact]
    public void Derives_nothing_from_the_middle_of_a_long_text()
    {
        var texts = Enumerable.Repeat("Words.", 30).ToArray();
        texts[15] = "Published 8 January 2026";

        Assert.Null(DateReader.Read(Draft.With(), Draft.Paragraphs(texts), Today).Date);
        texts[29] = "Published 9 January 2026";
        Assert.Equal("2026-01-09", DateReader.Read(Draft.With(), Draft.Paragraphs(texts), Today).Date?.ToString());
    }

    [Theory]
    [InlineData("lastmod=13/04/2025", "2025-04-03")]
    [InlineData("link=https://harbourpost.example/2025/03/04/ferry", "2025-03-04")]
    [InlineData("language=en-GB", "2025-04-03")]
    [InlineData("og:locale=en_US", "2025-03-04")]
    [InlineData("language=de", "2025-04-03")]
    [InlineData("link=https://www.harbourpost.co.uk/ferry", "2025-04-03")]
    [InlineData("updated=2 April 2025", "2025-04-03")]
    [InlineData("page-date=Thu, 03/04/2025 - 10:33", "2025-04-03")]
    [InlineData("page-date=Tuesday 03/04/2025", "2025-03-04")]
    [InlineData("page-date=03/04/2025 10:33 PDT", "2025-03-04")]
    [InlineData("page-date=03/04/2025, 10:33 WIB", "2025-04-03")]
    public void Reads_day_first_or_month_first_by_what_else_the_draft_states(string other, string expected)
    {
        var finding = DateReader.Read(Draft.With("date=03/04/2025", other), Plain, Today);

        Assert.Equal(expected, finding.Date?.ToString());
        Assert.Contains(" first, because ", finding.Evidence[0].Note);
    }

    [Theory]
    [InlineData("Published 03/04/2025", "Updated 14/04/2025")]
    [InlineData("Published 03/04/2025", "PORT ELM, 3 April 2025")]
    public void Reads_a_line_of_the_text_by_its_other_lines(string line, string other) =>
        Assert.Equal("2025-04-03", DateReader.Read(Draft.With("title=x"), Draft.Paragraphs(line, other, "Words of the ferry."), Today).Date?.ToString());

    [Theory]
    [InlineData("language=en")]
    [InlineData("link=https://www.harbourpost.com/ferry")]
    public void Keeps_the_year_and_both_readings_where_nothing_tells_day_from_month(string other)
    {
        var finding = DateReader.Read(Draft.With("date=03/04/2025", other), Plain, Today);

        Assert.Equal((new ArticleDate(new DateOnly(2025, 1, 1), DatePrecision.Year), FactKind.Stated), (finding.Date, finding.Kind));
        Assert.Contains("2025-04-03 or 2025-03-04: only the year is sure", finding.Evidence[0].Note);
        Assert.Equal(("2025-04-03", "2025-03-04"), (finding.Open!.DayFirst.Date?.ToString(), finding.Open.MonthFirst.Date?.ToString()));
        Assert.Equal(DayMonthOrder.Unknown, finding.Writes);
    }

    [Fact]
    public void Refuses_a_year_of_two_digits_and_keeps_both_readings()
    {
        var finding = DateReader.Read(Draft.With("date=03/04/25"), Plain, Today);

        Assert.Null(finding.Date);
        Assert.Equal(("2025-04-03", "2025-03-04"), (finding.Open!.DayFirst.Date?.ToString(), finding.Open.MonthFirst.Date?.ToString()));
    }

    [Fact]
    public void Takes_the_one_reading_that_is_not_in_the_future_and_learns_nothing_from_it()
    {
        var finding = DateReader.Read(Draft.With("date=05/12/2026"), Plain, Today);

        Assert.Equal("2026-05-12", finding.Date?.ToString());
        Assert.Contains("with the day first it would lie in the future", finding.Evidence[0].Note);
        Assert.Equal((DayMonthOrder.Unknown, null), (finding.Writes, finding.Open));
    }

    [Theory]
    [InlineData("date=25/12/2025", DayMonthOrder.DayFirst)]
    [InlineData("date=12-25-2025", DayMonthOrder.MonthFirst)]
    [InlineData("date=25.12.2025", DayMonthOrder.Unknown)]
    [InlineData("date=2025/12/25", DayMonthOrder.Unknown)]
    [InlineData("date=25 December 2025", DayMonthOrder.Unknown)]
    public void Tells_how_the_article_writes_its_dates(string field, DayMonthOrder expected) => Assert.Equal(expected, DateReader.Read(Draft.With(field), Plain, Today).Writes);

    [Theory]
    [InlineData("date=٨ يناير ٢٠٢٦")]
    [InlineData("date=８．１．２０２６")]
    [InlineData("date=2026010810")]
    [InlineData("date=8 जनवरी 2026")]
    [InlineData("date=8 มกราคม 2569")]
    [InlineData("date=۸ ژانویه ۲۰۲۶")]
    [InlineData("date=2026 m. sausio 8 d.")]
    [InlineData("date=2026. gada 8. janvāris")]
    [InlineData("date=8 tháng 1 năm 2026")]
    [InlineData("date=2026-W02-4")]
    [InlineData("date=2026-008")]
    public void Reads_other_scripts_calendars_and_units(string field) =>
        Assert.Equal("2026-01-08", DateReader.Read(Draft.With(field.Replace('．', '.')), Plain, Today).Date?.ToString());

    [Theory]
    [InlineData("date=Thursday 8 January", "updated=2026-01-10", "2026-01-08")]
    [InlineData("date=Thu. Jan. 8", "link=https://harbourpost.example/2026/01/ferry", "2026-01-08")]
    [InlineData("date=30 December", "updated=2026-01-02", "2025-12-30")]
    [InlineData("date=Friday 8 January", "title=x", null)]
    [InlineData("date=8 January", "link=https://harbourpost.example/2025/07/ferry", "2025-07")]
    public void Takes_the_year_of_a_day_without_one_from_a_date_near_it(string field, string other, string? expected)
    {
        var finding = DateReader.Read(Draft.With(field, other), Plain, Today);

        Assert.Equal(expected, finding.Date?.ToString());
        Assert.Contains(finding.Evidence, e => e.Note?.Contains(expected?.Length == 10 ? "Its year is told by another date" : "no year is stated", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Takes_the_year_of_a_published_line_from_the_update_beside_it() =>
        Assert.Equal("2026-01-08", DateReader.Read(Draft.With("title=x"), Draft.Paragraphs("Published Thursday 8 January", "Updated 9 January 2026", "Words."), Today).Date?.ToString());

    [Fact]
    public void Says_of_a_lone_day_of_a_page_that_it_is_a_weak_sign_and_takes_any_other_before_it()
    {
        var lone = Draft.From("page element", "lone-date=8 January 2026");

        var finding = DateReader.Read(lone, Plain, Today);
        Assert.Equal(("2026-01-08", FactKind.Derived, "the only day that the page shows"), (finding.Date?.ToString(), finding.Kind, finding.Evidence[0].Rule));
        Assert.Contains("weak", finding.Evidence[0].Note);
        Assert.Equal("2026-01-07", DateReader.Read(lone, Draft.Paragraphs("Published 7 January 2026"), Today).Date?.ToString());
    }

    [Fact]
    public void Takes_a_time_element_of_a_page_only_last()
    {
        var draft = Draft.From("time element", "time=2026-01-08") with { EntryKey = "" };

        Assert.Equal(FactKind.Derived, DateReader.Read(draft, Plain, Today).Kind);
        Assert.Equal("2026-01-07", DateReader.Read(draft, Draft.Paragraphs("Published 7 January 2026"), Today).Date?.ToString());
    }

    [Theory]
    [InlineData("title=08.01.2026 - Ferry sails again", "2026-01-08")]
    [InlineData("og:title=Ferry sails again (8 January 2026)", "2026-01-08")]
    [InlineData("title=Ferry sails again | 8 January 2026", "2026-01-08")]
    [InlineData("title=Ferry sails again, by Ada Vesper (Harbour Post, 8 January 2026)", "2026-01-08")]
    [InlineData("description=Two years of work (news of 8 January 2026) for one ferry", "2026-01-08")]
    [InlineData("title=What happened on 8 January 2026 at the quay", null)]
    [InlineData("title=Remembering 8 January 2026", null)]
    [InlineData("title=8 January 2026", null)]
    [InlineData("title=January 2026 - the month in ferries", null)]
    public void Derives_from_a_day_at_an_end_of_the_title_or_set_off_in_the_description(string field, string? expected)
    {
        var finding = DateReader.Read(Draft.From("meta tag", field), Plain, Today);

        Assert.Equal((expected, expected is null ? FactKind.Unknown : FactKind.Derived), (finding.Date?.ToString(), finding.Kind));
    }

    [Theory]
    [InlineData("date=2026-01-12", "page-date=8 January 2026", "2026-01-08", FactKind.Derived)]
    [InlineData("date=2026-01-08", "page-date=12 January 2026", "2026-01-08", FactKind.Stated)]
    [InlineData("article:published_time=2026-01-12", "page-date=8 January 2026", "2026-01-12", FactKind.Stated)]
    public void Takes_an_earlier_day_that_is_shown_before_a_plain_date_for_machines_and_keeps_both(string stated, string shown, string expected, FactKind kind)
    {
        var finding = DateReader.Read(Draft.From("meta tag", stated, shown), Plain, Today);

        Assert.Equal((expected, kind), (finding.Date?.ToString(), finding.Kind));
        Assert.Equal(2, finding.Evidence.Count(e => e.Value is not null));
        Assert.StartsWith("Another date differs", finding.Evidence[0].Note);
    }

    [Fact]
    public void Takes_a_plain_date_for_machines_that_the_address_has_too_before_any_day_shown()
    {
        var finding = DateReader.Read(Draft.From("meta tag", "date=2026-01-12", "page-date=8 January 2026", "og:url=https://harbourpost.example/2026/01/12/ferry"), Plain, Today);

        Assert.Equal(("2026-01-12", FactKind.Stated), (finding.Date?.ToString(), finding.Kind));
        Assert.Contains(finding.Evidence, e => e.Value == "2026-01-08" && e.Note?.StartsWith("Differs", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Le bac a repris la mer lundi après une réparation qui a occupé le chantier pendant presque toute l'année, a déclaré la capitaine du port devant la ville entière, venue sur le quai pour le voir partir. Les enfants de l'école avaient congé pour la matinée.", "2025-04-03")]
    [InlineData("The ferry sails again after a repair that took the yard most of the year, the harbour master said on the quay, where the whole town had come to see it go. The school had given its children the morning off, and the band played until the boat was out of sight.", "2025")]
    public void Reads_day_first_where_the_text_is_in_a_language_that_writes_so_whatever_the_template_states(string text, string expected) =>
        Assert.Equal(expected, DateReader.Read(Draft.From("html lang", "language=en", "page-date=03/04/2025"), Draft.Paragraphs(text), Today).Date?.ToString());

    [Fact]
    public void Derives_from_the_path_of_the_headings_link() =>
        Assert.Equal("2026-01-08", DateReader.Read(Draft.From("page element", "heading-link=/2026/01/08/ferry"), Plain, Today).Date?.ToString());
}
