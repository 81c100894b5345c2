namespace NewsCorpus.Articles;

/// <summary>
/// A name that articles give, and the person whom it is shown as. As the rules have it each full name is a person of its own; links and editors lead further names to the same one.
/// </summary>
public sealed class Person
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>Folded name (see <see cref="PersonKey"/>) by which the rules find it again. Stays when an editor renames the person.</summary>
    public required string Key { get; init; }

    /// <summary>Folded surname, for lists and for linking bare surnames.</summary>
    public required string SurnameKey { get; set; }

    /// <summary>True while the corpus gives only title and surname ("Mayor Adams").</summary>
    public bool IsPartial { get; set; }

    /// <summary>What the rules call the person, set while an editor's name stands in <see cref="Name"/>; else null.</summary>
    public string? RulesName { get; set; }

    /// <summary>The slug of <see cref="RulesName"/>, set with it; it still leads here.</summary>
    public string? RulesSlug { get; set; }

    /// <summary>The person whom an editor said this name means too; null where it stands for itself.</summary>
    public int? MergedIntoId { get; set; }

    /// <summary>The person of whose name this one was told apart; null for one whom articles name.</summary>
    public int? SplitFromId { get; set; }

    /// <summary>Why the rules told them apart, in words a reader understands; null where only an editor did.</summary>
    public string? SplitRule { get; set; }

    /// <summary>True where an editor said that the name is nobody's: it is kept, and shown nowhere.</summary>
    public bool IsNobody { get; set; }

    /// <summary>True while any correction in force is of this person.</summary>
    public bool IsEdited { get; set; }

    /// <summary>Moves with each thing an editor does to the person, so that two editors notice each other.</summary>
    public int Version { get; set; }

    /// <summary>The name under which the rules made it: the same in any data folder over the same files.</summary>
    public string NameByRules => RulesName ?? Name;
}
