namespace NewsCorpus.Store.Corrections;

/// <summary>Which articles of a name mean another person of that name.</summary>
/// <param name="From">The name, as the rules call the person.</param>
internal sealed record PersonSplit(string From, IReadOnlyList<ArticleIdentity> Articles);

/// <summary>By what a person is known in any data folder over the same files: the name under which the rules, or an editor who split one, made it.</summary>
internal sealed record PersonIdentity(string Name);
