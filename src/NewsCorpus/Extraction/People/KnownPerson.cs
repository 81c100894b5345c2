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

    /// <summary>Tokens of one mention for each variant.</summary>
    public List<(int From, int To)> Spellings { get; } = [];

    /// <summary>The mention that names the person most fully.</summary>
    public required NameSpan Naming { get; set; }

    /// <summary>Why <see cref="Naming"/> names somebody.</summary>
    public required string NamingRule { get; init; }

    /// <summary>Tokens and blocks of the mentions found so far, in no order.</summary>
    public List<(int Token, int Block)> Places { get; } = [];

    public NameFit Fit(string[] keys)
    {
        if (Name is null)
            return keys.Length == 1 && keys[0] == PersonName.Key(Surname) ? NameFit.Surname : NameFit.None;
        var best = NameFit.None;
        foreach (var variant in Variants)
            best = variant.Fit(keys) is var fit && fit > best ? fit : best;
        return best;
    }
}
