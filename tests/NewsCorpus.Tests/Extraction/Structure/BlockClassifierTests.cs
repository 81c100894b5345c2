using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

/// <summary>Both sides of every rule: what it takes, and the sentence that only looks like it.</summary>
public sealed class BlockClassifierTests
{
    private const string Body = "The ferry sails again.";
    private const string More = "The town came to the quay to see it.";

    private static string[] First(string paragraph) => Contents.Lines(Contents.Of($"{paragraph}\n\n{Body}\n\n{More}"))[..^2];

    private static string[] Middle(string paragraph) => Contents.Lines(Contents.Of($"{Body}\n\n{paragraph}\n\n{More}"))[1..^1];

    private static string[] Last(string paragraph) => Contents.Lines(Contents.Of($"{Body}\n\n{More}\n\n{paragraph}"))[2..];

    [Theory]
    [InlineData("New Port, Bay Islands - The ferry sails.", "New Port, Bay Islands", "The ferry sails.")]
    [InlineData("New Port, Bay Islands – The ferry sails.", "New Port, Bay Islands", "The ferry sails.")]
    [InlineData("NEW PORT — The ferry sails.", "NEW PORT", "The ferry sails.")]
    [InlineData("NEW PORT—The ferry sails.", "NEW PORT", "The ferry sails.")]
    [InlineData("NEW PORT -- The ferry sails.", "NEW PORT", "The ferry sails.")]
    [InlineData("NEW PORT (AP) _ The ferry sails.", "NEW PORT (AP)", "The ferry sails.")]
    [InlineData("New Port (Reuters) - The ferry sails.", "New Port (Reuters)", "The ferry sails.")]
    [InlineData("NEW PORT (Bay News Wire) — “We sail,” she said.", "NEW PORT (Bay News Wire)", "“We sail,” she said.")]
    [InlineData("NEW PORT, Jan. 3 (Reuters) - The ferry sails.", "NEW PORT, Jan. 3 (Reuters)", "The ferry sails.")]
    [InlineData("New Port, May 16 2026 (IPS) - The ferry sails.", "New Port, May 16 2026 (IPS)", "The ferry sails.")]
    [InlineData("NEW PORT, Bay Islands, March 4 — The ferry sails.", "NEW PORT, Bay Islands, March 4", "The ferry sails.")]
    [InlineData("ST. MARY'S-ON-SEA, Bay (AFP) – 12 ferries sail.", "ST. MARY'S-ON-SEA, Bay (AFP)", "12 ferries sail.")]
    [InlineData("(CNN) The ferry sails.", "(CNN)", "The ferry sails.")]
    [InlineData("(CNN)The ferry sails.", "(CNN)", "The ferry sails.")]
    [InlineData("(Reuters) - The ferry sails.", "(Reuters)", "The ferry sails.")]
    [InlineData("NEW PORT, July 25 (Reuters): The ferry sails.", "NEW PORT, July 25 (Reuters)", "The ferry sails.")]
    [InlineData("NEW PORT: The ferry sails.", "NEW PORT", "The ferry sails.")]
    [InlineData("CNN — The ferry sails.", "CNN", "The ferry sails.")]
    [InlineData("New Port CNN — The ferry sails.", "New Port CNN", "The ferry sails.")]
    [InlineData("NEW PORT 1996-08-22 The ferry sails.", "NEW PORT 1996-08-22", "The ferry sails.")]
    [InlineData("PORTO-NOVO/COTONOU (Reuters) - The ferry sails.", "PORTO-NOVO/COTONOU (Reuters)", "The ferry sails.")]
    public void Parts_a_dateline_from_its_paragraph(string paragraph, string dateline, string text)
    {
        Assert.Equal([$"Dateline: {dateline}", $"Paragraph: {text}"], First(paragraph));
    }

    [Theory]
    [InlineData("Bananas - the yellow fruit - are late.")]
    [InlineData("Ferries – Big ones – are late.")]
    [InlineData("Meanwhile, Monday – The ferry waits.")]
    [InlineData("NASA - the agency - has no ferry.")]
    [InlineData("It was late - The ferry waited.")]
    [InlineData("The well-known ferry waits.")]
    [InlineData("Mayor Ruiz (Reform) and others wait.")]
    [InlineData("He (the captain) - A man of few words - waits.")]
    [InlineData("Bread, Salt – and a little butter are on board.")]
    [InlineData("(Laughter) The ferry waits.")]
    [InlineData("EXCLUSIVE: The ferry waits.")]
    [InlineData("With Ferry Gone, Old Port – And New – Waits.")]
    [InlineData("Number 1996-08-22 of the list is late.")]
    [InlineData("On 1996-08-22 the ferry waits.")]
    [InlineData("(Continued from Monday) The ferry waits.")]
    public void Leaves_dashes_and_brackets_of_a_sentence(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], First(paragraph));
    }

    [Fact]
    public void Reads_datelines_below_only_with_an_agency()
    {
        Assert.Equal(["Dateline: OLD PORT (AP)", "Paragraph: The ferry sails."], Middle("OLD PORT (AP) - The ferry sails."));
        Assert.Equal(["Paragraph: Ruiz, Marsh – Two captains – disagree."], Middle("Ruiz, Marsh – Two captains – disagree."));
    }

    [Fact]
    public void Reads_a_dateline_behind_headline_byline_and_caption()
    {
        Assert.Equal(
            ["Paragraph: Ferry sails again", "Byline: By ANA RUIZ", "Byline: Associated Press Writer", "Caption: The quay on Monday.", "Credit: (AP Photo/Tom Marsh)", "Dateline: NEW PORT, Bay", "Paragraph: The ferry sails."],
            Contents.Lines(Contents.Of("Ferry sails again\n\nBy ANA RUIZ\nAssociated Press Writer\n\nThe quay on Monday. (AP Photo/Tom Marsh)\n\nNEW PORT, Bay - The ferry sails.")));
    }

    [Theory]
    [InlineData("By Ana Ruiz")]
    [InlineData("BY ANA RUIZ")]
    [InlineData("By Ana Ruiz and Tom Marsh, Court Reporter")]
    [InlineData("By Ana María de la Cruz | The Harbour Post")]
    [InlineData("By J.R. O'Neill, Eva Lind-Holm & Tom Marsh")]
    [InlineData("By Ana Ruiz in New Port")]
    [InlineData("By Ana Ruiz, 8 January 2026")]
    [InlineData("By The Associated Press")]
    [InlineData("By Staff Writer")]
    [InlineData("by Ana Ruiz")]
    [InlineData("Ana Ruiz, Staff Writer")]
    [InlineData("Ana Ruiz, Bay News Political Correspondent")]
    public void Reads_a_byline(string paragraph)
    {
        Assert.Equal([$"Byline: {paragraph}"], First(paragraph));
    }

    [Theory]
    [InlineData("By Monday evening the ferry had sailed.")]
    [InlineData("By and large the ferry sails.")]
    [InlineData("By Ana Ruiz's account the ferry sails.")]
    [InlineData("By Old Port, where Ana Ruiz lives, the ferry stops.")]
    [InlineData("By Thursday, Ana Ruiz and Tom Marsh had left.")]
    [InlineData("Ana Ruiz, who writes for the Post, sails.")]
    [InlineData("Ana Ruiz, Who Lost The Court Case, Sails")]
    [InlineData("Harbour Lights")]
    public void Leaves_a_sentence_that_starts_with_by(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], First(paragraph));
    }

    [Fact]
    public void Reads_agency_copy_of_an_archive()
    {
        const string text =
            """
            FERRY SAILS AGAIN AFTER REPAIR.

            Ana Ruiz

            NEW PORT 1996-08-22

                The ferry sailed again on Thursday after a repair that took most of
            the year, the harbour master said.
                The town came to the quay to see it.
             REUTER

            -- Tom Marsh, Old Port Newsroom +1 555 0100
            """;
        Assert.Equal(
            ["Heading: FERRY SAILS AGAIN AFTER REPAIR.", "Byline: Ana Ruiz", "Dateline: NEW PORT 1996-08-22", "Paragraph: The ferry sailed again on Thursday after a repair that took most of the year, the harbour master said.", "Paragraph: The town came to the quay to see it.", "Credit: REUTER", "Contributor: -- Tom Marsh, Old Port Newsroom +1 555 0100"],
            Contents.Lines(Contents.Of(text)));
    }

    [Fact]
    public void Reads_a_name_above_the_line_of_an_outlet()
    {
        Assert.Equal(["Byline: Ana Ruiz", "Byline: BAY TODAY"], First("Ana Ruiz\n\nBAY TODAY"));
    }

    [Fact]
    public void Reads_no_byline_behind_the_text()
    {
        Assert.Equal(["Paragraph: By Ana Ruiz"], Middle("By Ana Ruiz"));
    }

    [Theory]
    [InlineData("The ferry at the quay on Monday. Photograph: Ana Ruiz/EPA", "The ferry at the quay on Monday.", "Photograph: Ana Ruiz/EPA")]
    [InlineData("The ferry at the quay. Photo by Ana Ruiz", "The ferry at the quay.", "Photo by Ana Ruiz")]
    [InlineData("The ferry at the quay. Photo by Ana Ruiz for The Harbour Post.", "The ferry at the quay.", "Photo by Ana Ruiz for The Harbour Post.")]
    [InlineData("The ferry at the quay. © Collage: REUTERS & Tom MARSH / AFP", "The ferry at the quay.", "© Collage: REUTERS & Tom MARSH / AFP")]
    [InlineData("The ferry at the quay © Ana Ruiz", "The ferry at the quay", "© Ana Ruiz")]
    [InlineData("The ferry at the quay. (AP Photo/Ana Ruiz)", "The ferry at the quay.", "(AP Photo/Ana Ruiz)")]
    [InlineData("The ferry at the quay. (Photo by Ana Ruiz/Getty Images)", "The ferry at the quay.", "(Photo by Ana Ruiz/Getty Images)")]
    [InlineData("The ferry at the quay (Ana Ruiz/The Harbour Post)", "The ferry at the quay", "(Ana Ruiz/The Harbour Post)")]
    [InlineData("The ferry at the quay. Getty Images", "The ferry at the quay.", "Getty Images")]
    [InlineData("The ferry at the quay. REUTERS/Ana Ruiz", "The ferry at the quay.", "REUTERS/Ana Ruiz")]
    [InlineData("The ferry at the quay. Ana Ruiz / AFP via Getty Images", "The ferry at the quay.", "Ana Ruiz / AFP via Getty Images")]
    [InlineData("The ferry at the quay | Photo credit: Ana Ruiz", "The ferry at the quay", "Photo credit: Ana Ruiz")]
    [InlineData("The ferry at the quay. (Reuters photo: Ana Ruiz)", "The ferry at the quay.", "(Reuters photo: Ana Ruiz)")]
    [InlineData("The ferry at the quay. (Bay Photo/Ana Ruiz)", "The ferry at the quay.", "(Bay Photo/Ana Ruiz)")]
    [InlineData("The ferry at the quay. J. R. Ruiz/AP", "The ferry at the quay.", "J. R. Ruiz/AP")]
    [InlineData("The ferry at the quay. Photo courtesy of Harbour Museum", "The ferry at the quay.", "Photo courtesy of Harbour Museum")]
    public void Parts_a_caption_from_its_credit(string paragraph, string caption, string credit)
    {
        Assert.Equal([$"Caption: {caption}", $"Credit: {credit}"], First(paragraph));
        Assert.Equal([$"Caption: {caption}", $"Credit: {credit}"], Middle(paragraph));
    }

    [Theory]
    [InlineData("Photograph: Ana Ruiz/EPA")]
    [InlineData("Photos by Ana Ruiz and Tom Marsh")]
    [InlineData("Getty Images")]
    [InlineData("(AP Photo/Ana Ruiz)")]
    public void Reads_a_credit_of_its_own(string paragraph)
    {
        Assert.Equal([$"Credit: {paragraph}"], Middle(paragraph));
    }

    [Theory]
    [InlineData("Captain Ana Ruiz (l.) greets the mayor.")]
    [InlineData("Ana Ruiz (left) and Tom Marsh (right) at the quay.")]
    [InlineData("FILE PHOTO: The ferry at the quay.")]
    [InlineData("FILE - The ferry at the quay, Jan. 3, 2026.")]
    [InlineData("From left: Ana Ruiz, Tom Marsh and Eva Lind.")]
    [InlineData("In this Jan. 3, 2026, file photo, the ferry waits.")]
    public void Reads_a_caption_without_a_credit(string paragraph)
    {
        Assert.Equal([$"Caption: {paragraph}"], Middle(paragraph));
    }

    [Theory]
    [InlineData("Photographs by Ana Ruiz hang in the hall.")]
    [InlineData("The hall is full of light. Photographs by Ana Ruiz hang there.")]
    [InlineData("He kept one photo: a ferry at night.")]
    [InlineData("The museum has it all. Photo: the quay in 1950.")]
    [InlineData("The party (left) of the hall cheered.")]
    [InlineData("He sued Getty Images.")]
    [InlineData("Senator Ruiz (R) of Bay and Marsh (L) disagree.")]
    [InlineData("Vitamins (A) to (R.) are on sale.")]
    [InlineData("She worked for the wire (Reuters and others).")]
    [InlineData("The vote split the house (Democrat/Republican).")]
    [InlineData("In this photo essay the ferry is the hero.")]
    [InlineData("File the papers early, she said.")]
    [InlineData("She left (the door stayed open) and right behind came Marsh.")]
    public void Leaves_sentences_about_pictures(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], Middle(paragraph));
    }

    [Fact]
    public void Keeps_the_text_before_the_credit_of_a_wire()
    {
        Assert.Equal(["Paragraph: The ferry sails on Monday.", "Credit: (Reuters)"], Last("The ferry sails on Monday. (Reuters)"));
    }

    [Fact]
    public void Keeps_a_long_paragraph_that_ends_in_a_credit()
    {
        var text = string.Join(' ', Enumerable.Repeat("The ferry sails again and the town is glad.", 20));
        Assert.Equal([$"Paragraph: {text}", "Credit: Photograph: Ana Ruiz/EPA"], Middle($"{text} Photograph: Ana Ruiz/EPA"));
    }

    [Fact]
    public void Parts_a_glued_caption_only_at_a_line_break()
    {
        Assert.Equal(
            ["Caption: The quay.", "Credit: Photograph: Ana Ruiz/EPA", "Paragraph: The ferry sails."],
            Contents.Lines(Contents.Html("<p>The quay. Photograph: Ana Ruiz/EPA<br>The ferry sails.</p>")));
        Assert.Equal(
            ["Paragraph: The quay. Photograph: Ana Ruiz/EPA The ferry sails."],
            Contents.Lines(Contents.Html("<p>The quay. Photograph: Ana Ruiz/EPA The ferry sails.</p>")));
        const string wrapped = "The ferry at the quay of the old port, where the whole of the town\ncame to see it on Monday. Photograph: Ana Ruiz/EPA\nThe ferry sails again after a repair that has taken the yard most\nof the year, the captain said.";
        Assert.Equal([BlockKind.Caption, BlockKind.Credit, BlockKind.Paragraph], Contents.Of(wrapped).Blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("<p><a href='https://a.example'><strong>FERRY SAILS AGAIN AFTER LONG REPAIR</strong></a></p>")]
    [InlineData("<p><a href='https://a.example'>Ferry sails again</a> | <a href='https://b.example'>Bus stops</a></p>")]
    [InlineData("<p>READ MORE: <a href='https://a.example'>Ferry sails</a></p>")]
    [InlineData("<p>Related: Ferry sails</p>")]
    [InlineData("<p>WATCH: The ferry sails</p>")]
    [InlineData("<p>(PHOTOS: Storms in the bay)</p>")]
    [InlineData("<p>More: How the ferry was saved</p>")]
    [InlineData("<p>FERRY SAILS AGAIN AFTER LONG REPAIR AT YARD</p>")]
    public void Reads_a_related_link(string html)
    {
        var blocks = Contents.Html($"<p>{Body}</p>{html}<p>{More}</p>").Blocks;
        Assert.Equal([BlockKind.Paragraph, BlockKind.Related, BlockKind.Paragraph], blocks.Select(b => b.Kind));
    }

    [Theory]
    [InlineData("<p>The <a href='https://a.example'>ferry</a> sails.</p>")]
    [InlineData("<p>“<a href='https://a.example'>It sails</a>,” she said.</p>")]
    [InlineData("<p>Related groups met on Monday.</p>")]
    [InlineData("<p>Read more than the headline: it helps.</p>")]
    [InlineData("<p>Watch: that is what they did.</p>")]
    [InlineData("<p>More: that is what they want.</p>")]
    [InlineData("<p>“WE WILL SAIL AND WE WILL NEVER STOP!”</p>")]
    public void Leaves_sentences_with_links_and_labels(string html)
    {
        var blocks = Contents.Html($"<p>{Body}</p>{html}<p>{More}</p>").Blocks;
        Assert.All(blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Fact]
    public void Reads_short_lines_in_capitals_as_headings()
    {
        Assert.Equal(["Heading: THE LONG REPAIR"], Middle("THE LONG REPAIR"));
        Assert.Equal(["Heading: FERRY SAILS AGAIN AFTER LONG REPAIR"], First("FERRY SAILS AGAIN AFTER LONG REPAIR"));
        Assert.Equal(["Paragraph: “NO”"], Middle("“NO”"));
    }

    [Fact]
    public void Makes_nothing_of_capitals_where_all_is_in_capitals()
    {
        var content = Contents.Of("THE FERRY SAILS AGAIN AFTER A REPAIR.\n\nTHE TOWN CAME TO THE QUAY TO SEE IT\n\nAND WAS GLAD.");
        Assert.All(content.Blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Theory]
    [InlineData("Ana Ruiz and Tom Marsh contributed to this report.")]
    [InlineData("Bay News' Ana Ruiz and Tom Marsh contributed to this report.")]
    [InlineData("The Associated Press contributed to this report.")]
    [InlineData("Associated Press writers Ana Ruiz in New Port and Tom Marsh in Old Port contributed to this report.")]
    [InlineData("(Reporting by Ana Ruiz; Editing by Tom Marsh)")]
    [InlineData("Reporting by Ana Ruiz in New Port; Additional reporting by Tom Marsh")]
    [InlineData("Additional reporting by Ana Ruiz.")]
    [InlineData("With reporting by Ana Ruiz")]
    [InlineData("Ana Ruiz contributed reporting from New Port.")]
    [InlineData("Ana Ruiz is a court reporter for The Harbour Post.")]
    [InlineData("Write to Ana Ruiz at ana.ruiz@post.example")]
    public void Reads_a_contributor_line(string paragraph)
    {
        Assert.Equal([$"Contributor: {paragraph}"], Last(paragraph));
    }

    [Theory]
    [InlineData("Smoke from the old engine contributed to this report of a fire.")]
    [InlineData("He contributed to this report.")]
    [InlineData("Ana Ruiz contributed to this report on housing, officials said.")]
    [InlineData("Reporting by the council shows that the ferry is late.")]
    [InlineData("Editing by hand takes time.")]
    [InlineData("Write to your council, the captain said.")]
    [InlineData("— A newsroom is no bureau, the captain said.")]
    [InlineData("Ana Ruiz is a writer who lives by the quay.")]
    public void Leaves_sentences_about_contributing(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], Last(paragraph));
    }

    [Theory]
    [InlineData("Editor's note: The ferry has two engines.")]
    [InlineData("Editor’s Note — The ferry has two engines.")]
    [InlineData("Correction: The ferry has two engines, not one.")]
    [InlineData("This story has been updated.")]
    [InlineData("This article was amended on 8 January 2026 to name the ferry.")]
    [InlineData("An earlier version of this article misnamed the ferry.")]
    [InlineData("*This is a developing story. Check back for updates.")]
    public void Reads_a_note_of_the_newsroom(string paragraph)
    {
        Assert.Equal([$"Note: {paragraph}"], Last(paragraph));
    }

    [Theory]
    [InlineData("Corrections officers boarded the ferry.")]
    [InlineData("This story has many beginnings.")]
    [InlineData("An earlier version of this ferry sank.")]
    [InlineData("The editor's note on her desk said nothing.")]
    public void Leaves_sentences_about_notes(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], Last(paragraph));
    }

    [Theory]
    [InlineData("This article originally appeared in The Harbour Post.")]
    [InlineData("– This article originally appeared in The Harbour Post.")]
    [InlineData("This story was first published by The Harbour Post.")]
    [InlineData("The post Ferry sails again appeared first on The Harbour Post.")]
    [InlineData("Originally published in The Harbour Post.")]
    [InlineData("Copyright 2026 The Harbour Post. All rights reserved.")]
    [InlineData("© 2026 The Harbour Post")]
    [InlineData("ADVERTISEMENT")]
    [InlineData("Advertisement")]
    [InlineData("Story highlights")]
    [InlineData("Article continues below")]
    [InlineData("Sign up for our newsletter to get the news every morning.")]
    [InlineData("Sign up for breaking news alerts.")]
    [InlineData("CLICK HERE TO GET THE HARBOUR APP")]
    [InlineData("Follow us on Facebook.")]
    [InlineData("Read or share this story: https://post.example/x")]
    [InlineData("This article is more than 2 years old")]
    [InlineData("The views expressed in this article are the author's own.")]
    public void Reads_furniture(string paragraph)
    {
        Assert.Equal([$"Furniture: {paragraph}"], Last(paragraph));
    }

    [Theory]
    [InlineData("The book first published by Bay Press sold well.")]
    [InlineData("First published in 1922, the novel tells of a ferry.")]
    [InlineData("This article of the law first appeared in 1950.")]
    [InlineData("Copyright law is no help, the captain said.")]
    [InlineData("Sign up for the race ends on Monday, the captain said.")]
    [InlineData("Advertisement rates went up in the spring.")]
    [InlineData("Share prices of the yard went up.")]
    [InlineData("Click-clack went the old engine.")]
    public void Leaves_sentences_about_publishing(string paragraph)
    {
        Assert.Equal([$"Paragraph: {paragraph}"], Last(paragraph));
    }

    [Fact]
    public void Rules_have_names_of_their_own()
    {
        Assert.Distinct(BlockClassifier.Rules.Select(r => r.Name));
    }

    [Fact]
    public void Puts_a_dateline_and_its_paragraph_on_one_line()
    {
        var content = Contents.Of($"NEW PORT (AP) -- {Body}\n\n{More}");
        Assert.Equal($"NEW PORT (AP) -- {Body}\n\n{More}", content.Text);
        Assert.Equal([new(BlockKind.Dateline, 0, 13), new(BlockKind.Paragraph, 17, 39), new(BlockKind.Paragraph, 41, 77)], content.Blocks);
    }
}
