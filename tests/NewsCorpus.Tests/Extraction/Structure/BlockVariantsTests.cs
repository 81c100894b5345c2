using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

/// <summary>The same kinds of blocks in the words of other newsrooms, in plain text and in HTML alike.</summary>
public sealed class BlockVariantsTests
{
    private const string Body = "The ferry sails again after a repair that took the yard most of the year, the harbour master said on Monday.";
    private const string More = "The whole town came to the quay to see it, and the school gave its children the morning off to wave from the wall.";

    private static BlockKind[] Kinds(string paragraph, bool html, bool last) => html
        ? [.. Contents.Html($"<p>{Body}</p>{(last ? $"<p>{More}</p><p>{paragraph}</p>" : $"<p>{paragraph}</p><p>{More}</p>")}").Blocks.Select(b => b.Kind)]
        : [.. Contents.Of(last ? $"{Body}\n\n{More}\n\n{paragraph}" : $"{Body}\n\n{paragraph}\n\n{More}").Blocks.Select(b => b.Kind)];

    private static void IsRead(BlockKind kind, string paragraph, bool last)
    {
        var at = last ? 2 : 1;
        Assert.Equal(kind, Kinds(paragraph, html: false, last)[at]);
        Assert.Equal(kind, Kinds(paragraph, html: true, last)[at]);
    }

    [Theory]
    [InlineData("This article was amended on 8 January 2026. An earlier version misnamed the ferry.")]
    [InlineData("• This article was amended on 8 January 2026 to name the ferry.")]
    [InlineData("This article has been amended since its publication.")]
    [InlineData("This story has since been corrected to reflect that the ferry has two engines.")]
    [InlineData("This headline has been updated.")]
    [InlineData("The headline of this article was changed on 9 January.")]
    [InlineData("Correction: January 8, 2026: The ferry has two engines.")]
    [InlineData("CORRECTION (Jan. 8, 2026, 9:15 a.m.): An earlier version misnamed the ferry.")]
    [InlineData("Corrections & clarifications: An earlier version of this story misnamed the ferry.")]
    [InlineData("Corrections and clarifications: the ferry has two engines.")]
    [InlineData("Clarification — The ferry belongs to the town.")]
    [InlineData("Update, 4 p.m.: The ferry has sailed.")]
    [InlineData("UPDATE: The ferry has sailed.")]
    [InlineData("Updated with comment from the yard.")]
    [InlineData("An earlier version of this story misstated the ferry's age.")]
    [InlineData("A previous version of the article misspelled the captain's name.")]
    [InlineData("In an earlier version of this story the ferry had one engine.")]
    [InlineData("Because of an editing error, an earlier version of this article misnamed the ferry.")]
    [InlineData("Editors' Note: This article has been revised.")]
    [InlineData("[Editor’s note: The author sails on the ferry.]")]
    [InlineData("A note to readers: The ferry page has moved.")]
    [InlineData("(Corrects the number of engines in paragraph 3)")]
    [InlineData("The Harbour Post regrets the error.")]
    [InlineData("This is a breaking news story. Check back for updates.")]
    [InlineData("This story is developing and will be updated.")]
    [InlineData("This post has been updated to include the captain's answer.")]
    [InlineData("Anmerkung der Redaktion: Die Fähre hat zwei Motoren.")]
    [InlineData("Fe de errores: el transbordador tiene dos motores.")]
    [InlineData("Note de la rédaction : le bac a deux moteurs.")]
    public void Reads_notes_and_corrections(string paragraph) => IsRead(BlockKind.Note, paragraph, last: true);

    [Theory]
    [InlineData("Corrections to the timetable will be made in the spring, the harbour office said.")]
    [InlineData("Update your timetable, the captain said, since the old one is of no use.")]
    [InlineData("This page of history was written by the people of the quay.")]
    [InlineData("The original version of the ferry had a steam engine.")]
    [InlineData("This report is the third on the ferry since the spring.")]
    [InlineData("This story was told at the quay for years.")]
    public void Leaves_sentences_that_look_like_notes(string paragraph) => IsRead(BlockKind.Paragraph, paragraph, last: true);

    [Theory]
    [InlineData("Advertisement")]
    [InlineData("- Advertisement -")]
    [InlineData("ADVERTISEMENT - CONTINUE READING BELOW")]
    [InlineData("Advertisement. Scroll to continue reading.")]
    [InlineData("Story continues below advertisement")]
    [InlineData("Article continues after this advertisement")]
    [InlineData("Continue Reading")]
    [InlineData("Story highlights")]
    [InlineData("Sign up for our newsletter and never miss a ferry.")]
    [InlineData("Sign up here for our daily briefing.")]
    [InlineData("Subscribe to our free newsletter")]
    [InlineData("Get the day's top stories delivered to your inbox every morning. Sign up now.")]
    [InlineData("Want more harbour news? Join our WhatsApp channel.")]
    [InlineData("By signing up, you agree to our terms and privacy policy.")]
    [InlineData("You can unsubscribe at any time.")]
    [InlineData("Enter your email address")]
    [InlineData("Already a subscriber? Sign in")]
    [InlineData("Support independent journalism by becoming a member.")]
    [InlineData("Download the Harbour Post app for breaking news.")]
    [InlineData("Follow us on Instagram and X.")]
    [InlineData("Follow the Harbour Post on Facebook")]
    [InlineData("Share this article")]
    [InlineData("Filed under: Ferries, Harbour")]
    [InlineData("Tags: ferry, harbour")]
    [InlineData("4 min read")]
    [InlineData("12 Comments")]
    [InlineData("1 of 6")]
    [InlineData("Back to Gallery")]
    [InlineData("We use cookies to make this page work.")]
    [InlineData("Please enable JavaScript to view this page.")]
    [InlineData("We may earn a commission when you buy through our links.")]
    [InlineData("© The Harbour Post 2026")]
    public void Reads_furniture(string paragraph) => IsRead(BlockKind.Furniture, paragraph, last: false);

    [Theory]
    [InlineData("Advertisements for the ferry hung in every shop of the town that year, the captain said.")]
    [InlineData("Support for the ferry grew when the newsletter of the council printed the numbers in full last week.")]
    [InlineData("Sign up sheets for the first crossing were full within an hour, the harbour office said on Monday.")]
    [InlineData("Love of the sea brought her to the ferry, and a podcast about old engines kept her there.")]
    [InlineData("12 people were on board.")]
    [InlineData("Tags on the ropes tell which is which.")]
    [InlineData("Download speeds on the quay are slow.")]
    public void Leaves_sentences_that_look_like_furniture(string paragraph) => IsRead(BlockKind.Paragraph, paragraph, last: false);

    [Theory]
    [InlineData("READ MORE: Herring prices rise again")]
    [InlineData("Read more: Herring prices rise again")]
    [InlineData("Also Read | Herring prices rise again")]
    [InlineData("ALSO READ: Herring prices rise again")]
    [InlineData("Related article: Herring prices rise")]
    [InlineData("See also: Herring prices")]
    [InlineData("Recommended for you")]
    [InlineData("You may also like")]
    [InlineData("In other news: Herring")]
    [InlineData("Lesen Sie auch: Heringe werden teurer")]
    [InlineData("Lire aussi : le hareng")]
    [InlineData("Editor's picks")]
    public void Reads_related_links(string paragraph) => IsRead(BlockKind.Related, paragraph, last: false);

    [Fact]
    public void Reads_the_list_below_a_label_of_related_links()
    {
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Related, BlockKind.Related, BlockKind.Related, BlockKind.Paragraph],
            Contents.Html($"<p>{Body}</p><h3>Related stories</h3><ul><li><a href='https://a.example/1'>Herring</a></li><li>Trams stop</li></ul><p>{More}</p>").Blocks.Select(b => b.Kind));
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Related, BlockKind.Related, BlockKind.Related, BlockKind.Paragraph],
            Contents.Of($"{Body}\n\nRelated stories:\n\n• Herring is dearer\n• Trams stop\n\n{More}").Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("Contributing: Ana Ruiz, The Associated Press")]
    [InlineData("Ana Ruiz reported from New Port, and Tom Marsh from Old Port.")]
    [InlineData("Reporting by Ana Ruiz; editing by Tom Marsh")]
    [InlineData("— Reporting by Ana Ruiz")]
    [InlineData("Additional reporting by Ana Ruiz in New Port")]
    [InlineData("With files from The Canadian Press")]
    [InlineData("Staff writer Ana Ruiz contributed to this report.")]
    [InlineData("Follow Ana Ruiz on Twitter: @anaruiz")]
    [InlineData("Reach Ana Ruiz at ana.ruiz@post.example or @anaruiz")]
    [InlineData("ana.ruiz@post.example")]
    [InlineData("ana.ruiz@post.example | Twitter: @anaruiz")]
    [InlineData("Email the reporter at ana.ruiz@post.example.")]
    [InlineData("You can reach Ana Ruiz at ana.ruiz@post.example.")]
    [InlineData("Translated from Norwegian by Tom Marsh")]
    public void Reads_contributor_lines(string paragraph) => IsRead(BlockKind.Contributor, paragraph, last: true);

    [Theory]
    [InlineData("She reported from New Port that the ferry was late.")]
    [InlineData("Contributing to the delay, the wind rose.")]
    [InlineData("Write to the council at council@bay.example if the ferry is late, the captain told the crowd.")]
    public void Leaves_sentences_that_look_like_contributor_lines(string paragraph) => IsRead(BlockKind.Paragraph, paragraph, last: true);

    [Theory]
    [InlineData("Photo: Ana Ruiz / Harbour Pictures", BlockKind.Credit)]
    [InlineData("Ana Ruiz/Harbour Pictures", BlockKind.Credit)]
    [InlineData("Credit: Ana Ruiz", BlockKind.Credit)]
    [InlineData("Image source, Getty Images", BlockKind.Credit)]
    [InlineData("File photo: The old ferry at the quay.", BlockKind.Caption)]
    [InlineData("Above: The old ferry at the quay.", BlockKind.Caption)]
    [InlineData("A file photo of the old ferry.", BlockKind.Caption)]
    public void Reads_captions_and_credits(string paragraph, BlockKind kind) => IsRead(kind, paragraph, last: false);

    [Fact]
    public void A_wire_agency_s_letters_in_other_capitals_are_no_credit() =>
        IsRead(BlockKind.Paragraph, "The council has talked for years about the one thing that all hospitals of the bay want: the electronic patient file (ePA)", last: false);

    [Theory]
    [InlineData("<blockquote class='pull-quote'>We had given up.</blockquote>")]
    [InlineData("<aside class='pullquote'><p>We had given up.</p></aside>")]
    [InlineData("<div class='c-pullQuote__text'>We had given up.</div>")]
    public void Reads_a_pull_quote_from_its_markup(string html) =>
        Assert.Equal(BlockKind.PullQuote, Contents.Html($"<p>{Body}</p>{html}<p>{More}</p>").Blocks[1].Kind);

    [Fact]
    public void Reads_a_pull_quote_by_its_words_that_stand_in_the_text_too()
    {
        const string said = "“We had nearly given up on the old boat,” said the captain, “and then the yard called us at night.”";
        foreach (var pulled in (ReadOnlySpan<string>)["“We had nearly given up on the old boat”", "“We had nearly given up on the old boat.” — Ana Ruiz", "\"We had nearly given up on the old boat\""])
            Assert.Equal([BlockKind.Paragraph, BlockKind.PullQuote, BlockKind.Paragraph], Contents.Of($"{said}\n\n{pulled}\n\n{More}").Blocks.Select(b => b.Kind));
        Assert.Equal([BlockKind.Paragraph, BlockKind.PullQuote, BlockKind.Paragraph], Contents.Html($"<p>{said}</p><blockquote>We had nearly given up on the old boat</blockquote><p>{More}</p>").Blocks.Select(b => b.Kind));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph], Contents.Of($"{said}\n\n“It is a very different boat now, and a better one.”\n\n{More}").Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("What happens next", BlockKind.Heading)]
    [InlineData("A year at the yard", BlockKind.Heading)]
    [InlineData("Who pays for it?", BlockKind.Heading)]
    [InlineData("Ana Ruiz", BlockKind.Paragraph)]
    [InlineData("The quay was full.", BlockKind.Paragraph)]
    [InlineData("8 January 2026", BlockKind.Paragraph)]
    [InlineData("among others", BlockKind.Paragraph)]
    public void Reads_a_heading_without_markup_between_long_paragraphs(string paragraph, BlockKind kind) => IsRead(kind, paragraph, last: false);

    [Fact]
    public void Reads_a_standfirst_between_headline_and_byline()
    {
        Assert.Equal(
            ["Paragraph: Ferry sails again", "Standfirst: After a year at the yard the old boat is back, and the town celebrates", "Byline: By Ana Ruiz", $"Paragraph: {Body}"],
            Contents.Lines(Contents.Of($"Ferry sails again\n\nAfter a year at the yard the old boat is back, and the town celebrates\n\nBy Ana Ruiz\n\n{Body}")));
        Assert.Equal(
            [BlockKind.Heading, BlockKind.Standfirst, BlockKind.Byline, BlockKind.Paragraph],
            Contents.Html($"<h1>Ferry sails again</h1><h2>After a year at the yard the old boat is back.</h2><p>By Ana Ruiz</p><p>{Body}</p>").Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("<p class='editors-note'>The ferry has two engines.</p>", BlockKind.Note)]
    [InlineData("<div class='articleCorrection correction'>The ferry has two engines.</div>", BlockKind.Note)]
    [InlineData("<p class='article-deck deck'>The old boat is back.</p>", BlockKind.Standfirst)]
    [InlineData("<h2 itemprop='alternativeHeadline'>The old boat is back</h2>", BlockKind.Standfirst)]
    [InlineData("<p class='postAuthor post-author'>Ana Ruiz</p>", BlockKind.Byline)]
    [InlineData("<div class='read-more'>Herring</div>", BlockKind.Related)]
    [InlineData("<div class='sign-up'>Every morning</div>", BlockKind.Furniture)]
    public void Takes_kinds_from_the_names_that_sites_give(string html, BlockKind kind) => Assert.Equal(kind, Contents.Html($"{html}<p>{Body}</p>").Blocks[0].Kind);
}
