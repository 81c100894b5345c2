using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>The five real documents that the product was asked for with, where they are at hand: the way of a whole run, and what must come of it.</summary>
public sealed class FiveDocumentsTests
{
    public static TheoryData<string, string?, string?, string, string> Documents => new()
    {
        { "000_", "2026-01-08", null, "derived", "Donald Trump, Kristi Noem, Zohran Mamdani" },
        { "001_", null, null, "derived", "Donald Trump, Jacob Soboroff, Zohran Mamdani" },
        { "002_", "2026-01-13", "Fox News", "stated", "Donald Trump, Eric Adams, Kristi Noem, Tom Homan, Zohran Mamdani" },
        { "003_", "2026-01-07", "The New York Times", "derived", "Donald Trump, Elliott Payne, George Floyd, Ilhan Omar, Jacob Frey, Mary Moriarty, Tim Walz, Tina Smith" },
        { "004_", "2025-02-14", null, "derived", "Donald Trump, Eric Adams, Tom Homan" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Document_is_read_as_asked(string prefix, string? date, string? outlet, string titleKind, string people)
    {
        Assert.SkipWhen(Checkout.SharedSeeds is null, "The real documents are not part of a clone.");
        await using var corpus = await TestCorpus.CreateAsync();
        var (run, outcomes) = await corpus.IngestAsync(paths: Checkout.SharedSeeds!);
        Assert.Equal((5, 5), (run.Files, run.Added));
        var id = outcomes.Single(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).Value.ArticleId;

        await using var db = corpus.Database();
        var article = await db.Articles.Include(a => a.Outlet).SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal(date, article.Date?.ToString());
        Assert.Equal(date is null ? FactKind.Unknown : FactKind.Stated, article.DateKind);
        Assert.Equal(outlet, article.Outlet?.Name);
        Assert.Equal(outlet is null, article.OutletKind == FactKind.Unknown);
        Assert.Equal(titleKind, article.TitleKind.ToString().ToLowerInvariant());
        var names = await db.ArticlePeople
            .Where(p => p.ArticleId == id && (p.Role == MentionRole.Mentioned || p.Role == MentionRole.Quoted))
            .Select(p => p.Person!.Name).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(people, string.Join(", ", names.Order(StringComparer.Ordinal)));
    }

    /// <summary>The beginnings of all words in quotation marks that are speech, each with its speaker.</summary>
    public static TheoryData<string, string> Quotations => new()
    {
        {
            "000_", """
            Zohran Mamdani: The news coming out of
            Zohran Mamdani: This is one part of
            Zohran Mamdani: I have made it clear
            Zohran Mamdani: We are going to adhere
            Kristi Noem: criminals.
            Kristi Noem: We've arrested 54 individuals as
            Kristi Noem: Those arrested are violent transnational
            """
        },
        {
            "001_", """
            Zohran Mamdani: they should be held accountable.
            Zohran Mamdani: For the law to have
            Zohran Mamdani: not be assisting ICE in
            Zohran Mamdani: I told the president that
            Zohran Mamdani: What I also told the
            """
        },
        {
            "002_", """
            Tom Homan: He's made it clear he's
            Tom Homan: When Mayor Adams was here…
            Tom Homan: We'll see down the road
            Tom Homan: We're not asking any NYPD
            Kristi Noem: We're hoping the mayor will
            Kristi Noem: I know he and the
            Zohran Mamdani: know [their] rights
            """
        },
        {
            "003_", """
            Ilhan Omar: legal observer
            Tim Walz: My public safety team is
            Tim Walz: We will share information as
            Elliott Payne: I don’t know if she
            Elliott Payne: They’re an escalating factor. We
            Jacob Frey: the presence of federal immigration
            Jacob Frey: We’re demanding Ice to leave
            Mary Moriarty: pushing hard for a local
            Mary Moriarty: the only way to ensure
            Mary Moriarty: We will use every available
            """
        },
        {
            "004_", """
            Eric Adams: criminal investigations, in particular those
            Eric Adams: I have been clear that
            the Immigrant Defense Project advocacy group: shameless,
            the Immigrant Defense Project advocacy group: targeting immigrants in a quid
            """
        },
    };

    [Theory]
    [MemberData(nameof(Quotations))]
    public async Task Quotations_of_document_are_given_to_their_speakers(string prefix, string expected)
    {
        Assert.SkipWhen(Checkout.SharedSeeds is null, "The real documents are not part of a clone.");
        await using var corpus = await TestCorpus.CreateAsync();
        var (_, outcomes) = await corpus.IngestAsync(paths: Checkout.SharedSeeds!);
        var id = outcomes.Single(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).Value.ArticleId;

        await using var db = corpus.Database();
        var body = await db.Bodies.SingleAsync(b => b.ArticleId == id, TestContext.Current.CancellationToken);
        var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name, TestContext.Current.CancellationToken);
        var lines = body.Details.Quotations.Where(q => q.IsDirect)
            .Select(q => $"{(q.SpeakerId is { } speaker ? names[speaker] : q.SpeakerText)}: {string.Join(' ', body.Text[q.Start..q.End].Split(' ').Take(5))}");
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }
}
