using NewsCorpus.Store.Verification;

namespace NewsCorpus.Web.Commands;

/// <summary>Tells in one line, rewritten in place, how far a check is. Silent where nobody watches: on standard error only, and only on a terminal.</summary>
internal sealed class VerifyLine : IProgress<VerifyProgress>
{
    private const int Width = 60;

    private readonly bool _isWatched = !Console.IsErrorRedirected;
    private bool _isShown;

    public void Report(VerifyProgress value)
    {
        if (!_isWatched)
            return;
        var line = value.Total > 0 ? $"Checking {value.What}: {value.Done:N0} of {value.Total:N0}" : $"Checking {value.What}";
        Console.Error.Write($"\r{line.PadRight(Width)}");
        _isShown = true;
    }

    /// <summary>Wipes the line, so that something else can be printed.</summary>
    public void Clear()
    {
        if (_isShown)
            Console.Error.Write($"\r{new string(' ', Width)}\r");
        _isShown = false;
    }
}
