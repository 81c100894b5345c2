namespace NewsCorpus.Web.Tests.Corrections;

/// <summary>A program of its own, since editors change what others look at.</summary>
public sealed class WorkedApp : IAsyncLifetime
{
    public AppFixture App { get; } = new();

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
