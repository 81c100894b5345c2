namespace NewsCorpus.Search.Counting;

/// <summary>When and where a matching article appeared.</summary>
/// <param name="FirstDay">Number of the first day that its date may mean; -1 where it has none.</param>
/// <param name="LastDay">Number of the last such day.</param>
/// <param name="Outlet">Id; 0 where none is known.</param>
/// <param name="Story">The story that it shares with its copies; 0 where it has none.</param>
/// <param name="Id">The article's.</param>
/// <param name="IsEstimated">True where the days are of an estimate.</param>
/// <param name="Score">How well it matches; 0 where nobody asked.</param>
internal readonly record struct DatedHit(int FirstDay, int LastDay, int Outlet, int Story, long Id, bool IsEstimated, float Score);
