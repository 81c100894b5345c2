namespace NewsCorpus.Extraction.Identities;

/// <summary>An office that articles give a name, and when.</summary>
/// <param name="First">Day of the earliest dated article; null where none is dated.</param>
/// <param name="Last">Day of the latest.</param>
public sealed record OfficeSpan(string Office, DateOnly? First, DateOnly? Last);

/// <summary>Tells where one name may be two people's: other offices a generation apart, or the same office of two places at one time. A hint for an editor, since "captain" and "mayor" are as often one career.</summary>
public static class Namesakes
{
    /// <summary>Years between two offices after which they are hardly one career.</summary>
    private const int Generation = 30;

    /// <returns>The two offices that do not go together; null where all may be one person's.</returns>
    public static (OfficeSpan One, OfficeSpan Other)? Find(IReadOnlyList<OfficeSpan> offices)
    {
        var dated = offices.Where(o => o is { First: not null, Last: not null })
            .Select(o => (Span: o, Phrase: OfficePhrase.Read(o.Office))).Where(o => o.Phrase is not null).OrderBy(o => o.Span.First).ToList();
        for (var i = 0; i < dated.Count; i++)
            for (var j = i + 1; j < dated.Count; j++)
            {
                var (one, other) = (dated[i], dated[j]);
                var isSameKind = one.Phrase!.Head == other.Phrase!.Head;
                var isApart = other.Span.First > one.Span.Last!.Value.AddYears(Generation);
                var isAtOnce = other.Span.First <= one.Span.Last;
                if ((isApart && !isSameKind) || (isSameKind && one.Phrase.Contradicts(other.Phrase) && (isApart || isAtOnce)))
                    return (one.Span, other.Span);
            }
        return null;
    }
}
