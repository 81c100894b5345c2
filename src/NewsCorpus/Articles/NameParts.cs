namespace NewsCorpus.Articles;

/// <summary>A person's name told apart.</summary>
/// <param name="Full">As it is written in a text, the given name first unless its culture puts it last: "Gabriel Ruiz Marquez" for "Ruiz Marquez, Gabriel".</param>
/// <param name="Surname">What later mentions use; the whole name where it is a single word.</param>
/// <param name="ShortForms">The forms that stand for the person once they are named, longest first, the surname among them; none for a single word.</param>
public sealed record NameParts(string Full, string Surname, IReadOnlyList<string> ShortForms);

/// <summary>Tells a name apart by the rules by which people are read from texts. The rules are extraction's; the store, which may not know them, is given them.</summary>
public delegate NameParts NameRules(string name);
