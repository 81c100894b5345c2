using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Makes from an article's rows the reading that they were filled from, as far as they keep it: laid over the article again it changes nothing.
/// So an editor's work needs neither the file nor the rules.
/// </summary>
internal static class StoredReading
{
    /// <param name="article">With its body, people and tags loaded.</param>
    /// <param name="outlet">The outlet that is named, see <see cref="Article.NamedOutletId"/>; null where none is.</param>
    /// <param name="people">All people that the body names, by id.</param>
    /// <returns>What the rules say, without corrections.</returns>
    public static ArticleReading Of(Article article, Outlet? outlet, IReadOnlyDictionary<int, Person> people)
    {
        var details = article.Body!.Details;
        var reading = new ArticleReading
        {
            Content = new ArticleContent(article.Body.Text, details.Blocks, details.Spans),
            Title = article.Title,
            TitleKind = article.TitleKind,
            Date = article.Date,
            DateKind = article.DateKind,
            WritesDates = article.DateOrder ?? DayMonthOrder.Unknown,
            OpenDate = details.OpenDate,
            DateHabit = article.DateHabit ?? 0,
            Outlet = outlet is null ? null : new OutletReading(outlet.NameByRules, outlet.DomainByRules),
            OutletKind = article.OutletKind,
            Agency = article.Agency,
            Link = article.Link,
            Summary = article.Summary,
            Language = article.Language,
            LanguageKind = article.LanguageKind,
            WordCount = article.WordCount,
            Contributors = details.Contributors,
            Notes = details.Notes,
        };
        return article.Body.Rules is { } rules ? rules.Over(reading) : WithCast(reading, article, people);
    }

    /// <summary>Ids of the people whom the body names, some of whom have no row of their own: a speaker who is not mentioned.</summary>
    public static IEnumerable<int> PeopleOf(ArticleDetails details) =>
        details.Mentions.Select(m => m.PersonId).Concat(details.Quotations.Select(q => q.SpeakerId)).OfType<int>().Distinct();

    private static ArticleReading WithCast(ArticleReading reading, Article article, IReadOnlyDictionary<int, Person> people)
    {
        var details = article.Body!.Details;
        var readings = new List<PersonReading>();
        var indexes = new Dictionary<(int Person, MentionRole Role), int>();
        var speakers = new Dictionary<int, int>();
        return reading with
        {
            // The office stands with the role in which a person has it.
            Mentions = [.. details.Mentions.Select(m => new Mention(m.PersonId is { } id ? Index(id, m.Role) : -1, m.Text, m.Start, m.End, m.Role, m.Rule))],
            Quotations = [.. details.Quotations.Select(q => new QuotationReading(
                q.Start, q.End, article.Body.Text[q.Start..q.End], q.SpeakerId is { } id ? Speaker(id) : -1, q.SpeakerText, null, null, q.Cue, null, null, q.IsDirect, q.Rule))],
            People = readings,
            Tags = [.. article.Tags.OrderBy(t => t.TagId).Select(t => t.Tag!.Name)],
            Evidence = details.Evidence,
        };

        int Index(int id, MentionRole role)
        {
            if (!indexes.TryGetValue((id, role), out var index))
            {
                var person = people[id];
                indexes[(id, role)] = index = readings.Count;
                speakers.TryAdd(id, index);
                readings.Add(new PersonReading(person.NameByRules, person.SurnameKey, person.IsPartial, article.People.Find(p => p.NamedId == id && p.Role == role)?.Office));
            }
            return index;
        }

        int Speaker(int id) => speakers.TryGetValue(id, out var index) ? index : Index(id, MentionRole.Mentioned);
    }
}
