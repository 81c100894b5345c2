using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Store;

/// <summary>Writes what is shown of an article into its row and says whether anything changed.</summary>
internal static class ArticleFill
{
    /// <returns>True where anything changed that a reader or the index sees. What the rules say beneath a correction is kept in any case.</returns>
    public static bool Apply(Article article, ShownReading shown, NameDirectory names)
    {
        var reading = shown.Reading;
        var people = reading.People.Select(names.Person).ToList();
        var details = Details(reading, people);
        var before = Values(article);
        var bodyChanged = article.Body!.Text != reading.Content.Text || Json(article.Body.Details) != Json(details);

        article.Title = reading.Title;
        article.TitleKind = reading.TitleKind;
        article.Slug = NameKey.Slug(reading.Title);
        article.Day = reading.Date?.Day;
        article.DatePrecision = reading.Date?.Precision ?? DatePrecision.Day;
        article.Instant = reading.Date?.Instant;
        article.DateKind = reading.Date is null ? FactKind.Unknown : reading.DateKind;
        article.DateOrder = reading.WritesDates == DayMonthOrder.Unknown ? null : reading.WritesDates;
        article.DateHabit = reading.OpenDate is null ? null : reading.DateHabit;
        if (reading.Date is not null)
            article.Estimate = null;
        var named = names.Named(shown);
        article.Outlet = named is null ? null : names.Shown(named);
        article.OutletId = article.Outlet?.Id;
        article.NamedOutletId = named == article.Outlet ? null : named?.Id;
        article.OutletKind = reading.Outlet is null ? FactKind.Unknown : reading.OutletKind;
        article.Agency = reading.Agency;
        article.Link = reading.Link;
        article.Summary = reading.Summary;
        article.Language = reading.Language;
        article.LanguageKind = reading.Language is null ? FactKind.Unknown : reading.LanguageKind;
        article.WordCount = reading.WordCount;
        article.TextHash = HashOf(reading.Content.Text);
        if (bodyChanged)
        {
            article.Body.Text = reading.Content.Text;
            article.Body.Details = details;
        }
        article.State = shown.State;
        if (Json(article.Body.Rules) != Json(shown.Rules))
            article.Body.Rules = shown.Rules;
        var peopleChanged = SetPeople(article, shown, people, names);
        var tagsChanged = SetTags(article, reading.Tags.Select(names.Tag).DistinctBy(t => t.Id).ToList());
        return bodyChanged || peopleChanged || tagsChanged || before != Values(article);
    }

    /// <summary>SHA-256 over the words alone: lower case, without punctuation or white space.</summary>
    public static string HashOf(string text)
    {
        var words = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                words[length++] = char.ToLowerInvariant(c);
        }
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(words.AsSpan(0, length), bytes)), hash);
        ArrayPool<char>.Shared.Return(words);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }

    private static (string, FactKind, DateOnly?, DatePrecision, DateTimeOffset?, FactKind, int?, (FactKind, ArticleState), (string?, string?, string?, string?, FactKind, int)) Values(Article a) =>
        (a.Title, a.TitleKind, a.Day, a.DatePrecision, a.Instant, a.DateKind, a.OutletId, (a.OutletKind, a.State), (a.Agency, a.Link, a.Summary, a.Language, a.LanguageKind, a.WordCount));

    private static string Json(ArticleDetails details) => JsonSerializer.Serialize(details, StoredJson.Default.ArticleDetails);

    private static string? Json(ArticleRules? rules) => rules is null ? null : JsonSerializer.Serialize(rules, StoredJson.Default.ArticleRules);

    private static ArticleDetails Details(ArticleReading reading, List<Person> people) => new()
    {
        Blocks = reading.Content.Blocks,
        Spans = reading.Content.Spans,
        Mentions = reading.Mentions.Select(m => new StoredMention(m.Person < 0 ? null : people[m.Person].Id, m.Text, m.Start, m.End, m.Role, m.Rule)).ToList(),
        Quotations = reading.Quotations.Select(q => new StoredQuotation(q.Start, q.End, q.Speaker < 0 ? null : people[q.Speaker].Id, q.SpeakerText, q.Cue, q.IsDirect, q.Rule)).ToList(),
        Contributors = reading.Contributors,
        Evidence = reading.Evidence,
        Notes = reading.Notes,
        OpenDate = reading.OpenDate,
    };

    private static bool SetPeople(Article article, ShownReading shown, List<Person> people, NameDirectory names)
    {
        var reading = shown.Reading;
        var wanted = reading.Mentions
            .Where(m => m.Person >= 0)
            .GroupBy(m => (people[m.Person].Id, m.Role))
            .ToDictionary(g => g.Key, g => (Count: g.Count(), reading.People[g.First().Person].Office));
        foreach (var index in shown.Unnamed)
            wanted.TryAdd((people[index].Id, MentionRole.Mentioned), (0, reading.People[index].Office));
        // Whom a name of the article means has been settled once; a new name means what it means anywhere.
        var settled = article.People.DistinctBy(p => p.NamedId).ToDictionary(p => p.NamedId);
        var changed = article.People.RemoveAll(p => !wanted.ContainsKey((p.NamedId, p.Role))) > 0;
        foreach (var ((named, role), (count, office)) in wanted)
        {
            var row = article.People.Find(p => p.NamedId == named && p.Role == role);
            if (row is null)
            {
                var known = settled.GetValueOrDefault(named);
                var person = known?.Person ?? names.Shown(people.Find(p => p.Id == named)!);
                row = new ArticlePerson
                {
                    ArticleId = article.Id,
                    PersonId = person.Id,
                    NamedPersonId = person.Id == named ? 0 : named,
                    IsHidden = known?.IsHidden ?? person.IsNobody,
                    Person = person,
                    Role = role,
                };
                article.People.Add(row);
                changed = true;
            }
            changed |= row.Mentions != count || row.Office != office;
            row.Mentions = count;
            row.Office = office;
        }
        return changed;
    }

    private static bool SetTags(Article article, List<Tag> tags)
    {
        var changed = article.Tags.RemoveAll(t => !tags.Exists(w => w.Id == t.TagId)) > 0;
        foreach (var tag in tags.Where(w => !article.Tags.Exists(t => t.TagId == w.Id)))
        {
            article.Tags.Add(new ArticleTag { ArticleId = article.Id, TagId = tag.Id, Tag = tag });
            changed = true;
        }
        return changed;
    }
}
