namespace NewsCorpus.Extraction.People;

/// <summary>Someone the article names, while it is being read.</summary>
internal sealed class KnownPerson
{
    /// <summary>Null for a person known by title and surname only.</summary>
    public PersonName? Name { get; set; }

    /// <summary>The name as it stands where it is fullest.</summary>
    public required string Display { get; set; }

    public required string Surname { get; set; }

    public string? Title { get; set; }

    public string? Office { get; set; }

    public Gender Gender { get; set; }

    public List<PersonName> Variants { get; } = [];

    /// <summary>Tokens and blocks of the mentions found so far, in no order.</summary>
    public List<(int Token, int Block, bool IsFull)> Places { get; } = [];

    public NameFit Fit(IReadOnlyList<string> words)
    {
        if (Name is null)
            return words.Count == 1 && PersonName.Key(words[0]) == PersonName.Key(Surname) ? NameFit.Surname : NameFit.None;
        var best = NameFit.None;
        foreach (var variant in Variants)
            best = variant.Fit(words) is var fit && fit > best ? fit : best;
        return best;
    }
}
