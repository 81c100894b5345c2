using NewsCorpus.Articles;
using NewsCorpus.Web.Presentation;
using Spectre.Console;

namespace NewsCorpus.Web.Commands;

/// <summary>Shows how far a run is: a bar with rate and time left on a terminal, plain lines elsewhere.</summary>
internal static class RunProgress
{
    /// <param name="work">Does the work and says after each step how far it is.</param>
    public static Task<T> ShowAsync<T>(TextWriter output, Func<Action<Run>, Task<T>> work)
    {
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
            return work(new ProgressLine(output).Report);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                var bar = context.AddTask("Ingesting").IsIndeterminate();
                return work(run => Update(bar, run));
            });
    }

    private static void Update(ProgressTask bar, Run run)
    {
        bar.Description = Markup.Escape((run.State == RunState.Paused ? "Paused: " : "") + RunView.Progress(run));
        if (run.FilesFound is not { } found)
            return;
        bar.IsIndeterminate(false);
        bar.MaxValue = Math.Max(1, found);
        bar.Value = run.Files;
    }
}
