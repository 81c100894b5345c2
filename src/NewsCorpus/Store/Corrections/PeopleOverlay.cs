using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Lays an editor's list of the people who appear over those that the rules found. Who is not on the list loses their mentions and quotations; who is new gets
/// a mention wherever their name, or their surname alone, stands in the text and is nobody else's. Authors and photographers are no concern of the list.
/// </summary>
internal static class PeopleOverlay
{
    /// <param name="shownKey">The folded name of the person as whom a name of the article is shown: the list has people as they are shown.</param>
    /// <returns>The reading with those people, and the indexes of the people whom no words of the text name.</returns>
    public static (ArticleReading Reading, IReadOnlyList<int> Unnamed) Lay(ArticleReading reading, IReadOnlyList<string> names, string rule, NameRules nameRules, Func<string, string> shownKey)
    {
        var wanted = names.Select(shownKey).ToHashSet(StringComparer.Ordinal);
        var people = reading.People.ToList();
        var keys = people.Select(p => shownKey(p.Name)).ToList();
        var mentions = reading.Mentions.Where(m => !Appears(m) || m.Person < 0 || wanted.Contains(keys[m.Person])).ToList();
        var quotations = reading.Quotations.Select(q => q.Speaker < 0 || wanted.Contains(keys[q.Speaker]) ? q : q with { Speaker = -1 }).ToList();
        var there = mentions.Where(m => Appears(m) && m.Person >= 0).Select(m => keys[m.Person]).ToHashSet(StringComparer.Ordinal);
        var unnamed = new List<int>();
        var parts = names.Select(n => nameRules(n)).ToList();
        foreach (var (name, own) in names.Zip(parts).Where(n => !there.Contains(shownKey(n.First))))
        {
            var key = shownKey(name);
            var index = keys.IndexOf(key);
            if (index < 0)
            {
                index = people.Count;
                people.Add(new PersonReading(name, own.Surname));
                keys.Add(key);
            }
            // A surname that another of the article's people has could be either's.
            var others = parts.Where(p => p != own).SelectMany(p => p.ShortForms).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
            var forms = own.ShortForms.Where(f => !others.Contains(NameKey.Of(f))).SelectMany(AtStart).Prepend(name).ToList();
            var places = Places(reading.Content, forms, mentions).Select(p => new Mention(index, reading.Content.Text[p.Start..p.End], p.Start, p.End, MentionRole.Mentioned, rule)).ToList();
            mentions.AddRange(places);
            if (places.Count == 0)
                unnamed.Add(index);
            for (var i = 0; i < quotations.Count; i++)
                if (quotations[i] is { Speaker: < 0, SpeakerText: { } speaker } && forms.Any(f => Find(speaker, f, 0) >= 0))
                    quotations[i] = quotations[i] with { Speaker = index };
        }
        var removed = keys.Where(k => !wanted.Contains(k)).ToHashSet(StringComparer.Ordinal);
        return (reading with
        {
            People = people,
            Mentions = [.. mentions.OrderBy(m => m.Start)],
            Quotations = quotations,
            Evidence = [.. reading.Evidence.Where(e => e.Field != EvidenceFields.Person || e.Value is null || !removed.Contains(shownKey(e.Value)))],
        }, unnamed);
    }

    private static bool Appears(Mention mention) => mention.Role is MentionRole.Mentioned or MentionRole.Quoted;

    /// <summary>A particle is written large where a sentence begins: "Van der Berg".</summary>
    private static string[] AtStart(string form) => char.IsLower(form[0]) ? [form, char.ToUpperInvariant(form[0]) + form[1..]] : [form];

    /// <summary>Where the forms stand as words of their own, longer forms first, outside of mentions and of what is not the article's.</summary>
    private static List<(int Start, int End)> Places(ArticleContent content, IReadOnlyList<string> forms, List<Mention> taken)
    {
        var places = new List<(int Start, int End)>();
        foreach (var form in forms)
            for (var at = Find(content.Text, form, 0); at >= 0; at = Find(content.Text, form, at + 1))
            {
                var end = at + form.Length;
                if (taken.TrueForAll(m => m.End <= at || m.Start >= end) && places.TrueForAll(p => p.End <= at || p.Start >= end)
                    && content.Blocks.Any(b => (b.IsBody || b.Kind == BlockKind.Caption) && b.Start <= at && b.End >= end))
                    places.Add((at, end));
            }
        return places;
    }

    private static int Find(string text, string words, int from)
    {
        for (var at = text.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
                return at;
        return -1;
    }
}
