using System.Globalization;

namespace NewsCorpus.Search.Queries;

/// <summary>Says in plain words what a query asks for.</summary>
internal static class QueryInWords
{
    /// <summary>One sentence about the whole query.</summary>
    public static string Sentence(QueryNode? root)
    {
        if (root is null or EverythingNode)
            return "All articles.";
        var parts = root is AndNode and ? and.Parts : [root];
        var wanted = parts.Where(p => p is not NotNode).ToList();
        var unwanted = parts.OfType<NotNode>().Select(n => Describe(n.Part)).ToList();
        var quoted = wanted.Where(p => p is FieldNode { Field: QueryField.Said or QueryField.Speaker }).ToList();
        var texts = wanted.Except(quoted.Count > 1 ? quoted : []).Select(p => wanted.Count > 1 ? Listed(p) : Describe(p)).ToList();
        if (quoted.Count > 1)
            texts.Add($"one quotation with {List(quoted.Select(Describe), "and")}");
        if (texts.Count == 0)
            return $"All articles but those with {List(unwanted, "or")}.";
        return $"Articles with {List(texts, "and")}{(unwanted.Count == 0 ? "" : $", but without {List(unwanted, "and without")}")}.";
    }

    /// <summary>What one part asks for, as it stands after "articles with".</summary>
    public static string Describe(QueryNode node) => node switch
    {
        WordNode word => Word(word),
        PhraseNode { Slack: { } slack } phrase => $"the words “{phrase.Text}” in any order with at most {slack} others among them",
        PhraseNode { Terms.Count: 1 } phrase => $"exactly the word “{phrase.Text}”",
        PhraseNode phrase => $"exactly “{phrase.Text}”",
        FieldNode { Field: QueryField.Language, Part: WordNode or PhraseNode } field => $"the language “{QueryWriter.Write(field.Part).Trim('"')}”",
        FieldNode { Field: QueryField.DateSource, Part: WordNode or PhraseNode } field => $"a date that is “{QueryWriter.Write(field.Part).Trim('"')}”",
        FieldNode field => $"{Grouped(field.Part)} {Place(field.Field)}",
        FirstNode first => $"{Grouped(first.Part)} within the first {first.Words} words",
        NearNode near => $"{Grouped(near.Left)} {Range(near.Range)} {Grouped(near.Right)}",
        AtLeastNode atLeast => $"{Grouped(atLeast.Part)} at least {(atLeast.Count == 1 ? "once" : $"{atLeast.Count} times")}",
        CaseNode @case => $"{Grouped(@case.Part)} {Capitals(@case.Rule)}",
        AndNode and => $"all of ({List(and.Parts.Select(Listed), "and")})",
        OrNode or => $"{List(or.Parts.Select(Grouped), "or")}",
        NotNode not => $"no {Grouped(not.Part)}",
        LengthNode length => Length(length),
        DateNode date => Date(date),
        _ => "anything at all",
    };

    /// <summary>As one of several that must all be there.</summary>
    private static string Listed(QueryNode node) => node is OrNode ? $"either {Describe(node)}" : Describe(node);

    private static string Grouped(QueryNode node) => node is OrNode or NearNode ? $"({Describe(node)})" : Describe(node);

    private static string Word(WordNode word)
    {
        var bare = word.Text.Split('~')[0];
        if (word.Terms.Count > 1)
            return $"“{bare}”, its words side by side";
        return word.Terms[0].Kind switch
        {
            TermKind.Initialism => $"“{bare}” with dots or in capitals",
            TermKind.Dotted => $"“{bare}” with dots",
            TermKind.Pattern => $"a word like “{bare}”",
            TermKind.Fuzzy1 => $"“{bare}” or a word one letter away",
            TermKind.Fuzzy2 => $"“{bare}” or a word up to two letters away",
            _ => $"any form of “{bare}”",
        };
    }

    private static string Place(QueryField field) => field switch
    {
        QueryField.Title => "in the title",
        QueryField.Text => "in the text",
        QueryField.Lead => "in the headline or first paragraphs",
        QueryField.Caption => "in a photo caption",
        QueryField.Person => "in the name of a person",
        QueryField.Said => "in what somebody says",
        QueryField.Speaker => "in who speaks",
        QueryField.Outlet => "in the name of the outlet",
        QueryField.Agency => "in the name of the agency",
        QueryField.Tag => "in a tag",
        QueryField.Byline => "in the byline",
        QueryField.Language => "as the language",
        QueryField.DateSource => "as how the date is known",
        QueryField.File => "in the path of the file",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };

    private static string Range(NearRange range) => (range.Unit, range.IsOrdered) switch
    {
        (NearUnit.Sentence, false) => "in the same sentence as",
        (NearUnit.Sentence, true) => "in the same sentence before",
        (NearUnit.Paragraph, false) => "in the same paragraph as",
        (NearUnit.Paragraph, true) => "in the same paragraph before",
        (_, false) => $"within {Words(range.Distance)} of",
        _ => $"at most {Words(range.Distance)} before",
    };

    private static string Words(int count) => count == 1 ? "one word" : $"{count} words";

    private static string Capitals(CaseRule rule) => rule switch
    {
        CaseRule.AllCapitals => "all in capitals",
        CaseRule.NoCapitals => "without a capital",
        _ => "with a capital",
    };

    private static string Length(LengthNode length) => (length.Min, length.Max) switch
    {
        ({ } min, { } max) when min == max => $"{Words(min)} of text",
        ({ } min, { } max) => $"{min} to {max} words of text",
        ({ } min, null) => $"{Words(min)} of text or more",
        _ => $"{Words(length.Max ?? 0)} of text or fewer",
    };

    private static string Date(DateNode date) => (date.From, date.To) switch
    {
        ({ } from, { } to) when from == to => $"the date {Day(from)}",
        ({ } from, { } to) => $"a date from {Day(from)} to {Day(to)}",
        ({ } from, null) => $"a date from {Day(from)} on",
        (null, { } to) => $"a date up to {Day(to)}",
        _ => "any date",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> parts, string last)
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {last} {all[^1]}";
    }
}
