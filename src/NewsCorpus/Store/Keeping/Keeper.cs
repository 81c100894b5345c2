namespace NewsCorpus.Store.Keeping;

/// <summary>Who keeps saved searches or makes receipts.</summary>
/// <param name="Id">Id of the account, or <see cref="SavedSearch.LocalReader"/>.</param>
/// <param name="Name">As the log has it.</param>
public sealed record Keeper(string Id, string Name);
