using System.Diagnostics;
using NewsCorpus.Articles;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Tells in a line every few seconds how far ingestion is: for logs, pipes and files, which want no control codes.</summary>
internal sealed class ProgressLine(TextWriter output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan? _last;
    private RunState? _state;

    public void Report(Run run)
    {
        if (_last is { } last && _clock.Elapsed - last < Pause && _state == run.State)
            return;
        (_last, _state) = (_clock.Elapsed, run.State);
        output.WriteLine($"{(run.State == RunState.Paused ? "Paused" : "Ingesting")}: {RunView.Progress(run)}");
    }
}
