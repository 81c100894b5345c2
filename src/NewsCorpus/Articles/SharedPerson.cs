namespace NewsCorpus.Articles;

/// <summary>A person of an undated article whom dated articles name too.</summary>
/// <param name="Office">Title or apposition that the undated article has for the person, or null.</param>
/// <param name="Articles">How many articles of the corpus, dated or not, name the person.</param>
/// <param name="Namings">Dated articles that do, each once.</param>
public sealed record SharedPerson(string Name, string? Office, int Articles, IReadOnlyList<DatedNaming> Namings);

/// <summary>A dated article that names a person.</summary>
/// <param name="Office">Title or apposition that it has for the person, or null.</param>
public sealed record DatedNaming(long ArticleId, DateOnly Day, string? Office);
