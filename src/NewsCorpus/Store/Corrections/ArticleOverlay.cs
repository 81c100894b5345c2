using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Lays corrections over what the rules say. The one place that does: ingestion asks it after each reading, the editor's service after each edit, so that
/// both always come to the same values.
/// </summary>
internal static class ArticleOverlay
{
    /// <param name="rules">What the rules say, of a reading just made or as <see cref="StoredReading"/> remembers it.</param>
    /// <param name="corrections">The article's active corrections, at most one for each field.</param>
    /// <param name="shownKey">The folded name of the person as whom a name of the article is shown.</param>
    public static ShownReading Lay(ArticleReading rules, IReadOnlyList<Correction> corrections, NameRules nameRules, Func<string, string> shownKey)
    {
        if (corrections.Count == 0)
            return ShownReading.Uncorrected(rules);
        var shown = new ShownReading { Reading = rules, Rules = ArticleRules.Of(rules) };
        foreach (var correction in corrections)
            shown = Lay(shown, correction, nameRules, shownKey);
        return shown;
    }

    private static ShownReading Lay(ShownReading shown, Correction correction, NameRules nameRules, Func<string, string> shownKey)
    {
        var reading = shown.Reading;
        var value = correction.Value;
        switch (correction.Field)
        {
            case CorrectionFields.Title:
                return shown with { Reading = Explain(reading, correction) with { Title = CorrectionValue.Text(value)!, TitleKind = FactKind.Corrected } };
            case CorrectionFields.Date:
                return shown with { Reading = Explain(reading, correction) with { Date = CorrectionValue.Date(value), DateKind = FactKind.Corrected } };
            case CorrectionFields.Outlet:
                var outlet = CorrectionValue.Outlet(value) is { } named ? new OutletReading(named.Name, named.Domain) : null;
                return shown with { Reading = Explain(reading, correction) with { Outlet = outlet, OutletKind = FactKind.Corrected }, OutletId = correction.TargetId };
            case CorrectionFields.Tags:
                return shown with { Reading = Explain(reading, correction) with { Tags = CorrectionValue.Names(value) } };
            case CorrectionFields.People:
                var (people, unnamed) = PeopleOverlay.Lay(Explain(reading, correction), CorrectionValue.Names(value), RuleOf(correction), nameRules, shownKey);
                return shown with { Reading = people, Unnamed = unnamed };
            case CorrectionFields.State:
                return shown with { State = CorrectionValue.Text(value) == CorrectionValue.Retired ? ArticleState.Retired : ArticleState.Live };
            default:
                throw new InvalidOperationException($"Correction {correction.Id} is of “{correction.Field}”, which is no field of an article.");
        }
    }

    private static string RuleOf(Correction correction) => $"corrected by {correction.By}";

    /// <summary>The correction takes the place of the rules' evidence of its field, which is kept with the rules. People who stay keep theirs.</summary>
    private static ArticleReading Explain(ArticleReading reading, Correction correction)
    {
        var replaced = correction.Field switch
        {
            CorrectionFields.Tags => EvidenceFields.Tag,
            CorrectionFields.People => null,
            _ => correction.Field,
        };
        var evidence = new Evidence(
            correction.Field,
            CorrectionValue.Describe(correction.Field, correction.Value),
            FactKind.Corrected,
            RuleOf(correction),
            correction.Note,
            By: correction.By,
            At: correction.At,
            Before: CorrectionValue.Describe(correction.Field, correction.Before));
        return reading with { Evidence = [evidence, .. reading.Evidence.Where(e => e.Field != replaced)] };
    }
}
