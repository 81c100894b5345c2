namespace NewsCorpus.Extraction.People;

/// <summary>
/// A word that is a person's name at most of its places in a document is one at the others as well: what the first look found likely there is evidence here.
/// Only evidence, since "Wren" may be a person in one sentence and a street in the next.
/// </summary>
internal static class OtherPlaces
{
    private const int L = Labels.Count;

    /// <summary>None, person, organisation, place, other: see <see cref="Labels.ClassOf"/>.</summary>
    private const int Classes = 5;

    /// <summary>What one nat of the other places counts for, and the share that a class has before any is looked at. Chosen on the training outlets.</summary>
    private const float Weight = 1.5f;
    private const float Floor = 0.15f;

    /// <summary>Adds to each score the logarithm of the share that the label's class has at the other places of the word.</summary>
    /// <param name="marginals">Probabilities by the scores as they are, sixteen a token of the layout.</param>
    public static void Weigh(NetworkLayout layout, ReadOnlySpan<float> marginals, Span<float> scores)
    {
        var sums = new float[layout.Sizes.Count * Classes];
        for (var n = 0; n < layout.Groups.Count; n++)
            if (layout.Groups[n] is var group and >= 0 && layout.Sizes[group] > 1)
                Add(sums.AsSpan(group * Classes, Classes), marginals.Slice(n * L, L), 1f);
        Span<float> others = stackalloc float[Classes];
        for (var n = 0; n < layout.Groups.Count; n++)
        {
            if (layout.Groups[n] is not (var group and >= 0) || layout.Sizes[group] < 2)
                continue;
            sums.AsSpan(group * Classes, Classes).CopyTo(others);
            Add(others, marginals.Slice(n * L, L), -1f);
            for (var k = 0; k < Classes; k++)
                others[k] = Weight * MathF.Log(Math.Max(0f, others[k] / (layout.Sizes[group] - 1)) + Floor);
            for (var label = 0; label < L - 1; label++)
                scores[(n * L) + label] += others[Labels.ClassOf(label)];
        }
    }

    private static void Add(Span<float> classes, ReadOnlySpan<float> labels, float sign)
    {
        for (var label = 0; label < L - 1; label++)
            classes[Labels.ClassOf(label)] += sign * labels[label];
    }
}
