using System.Diagnostics;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;

namespace NewsCorpus.Web.Commands;

/// <summary>Tells in one line how far ingestion is: rewritten in place on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ProgressLine(TextWriter output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly bool _inPlace = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last = TimeSpan.MinValue;

    public void Report(IngestionProgress progress)
    {
        if (_inPlace)
        {
            output.Write($"\r{Line(progress.Run)}   ");
        }
        else if (_last == TimeSpan.MinValue || _clock.Elapsed - _last > Pause)
        {
            output.WriteLine(Line(progress.Run));
            _last = _clock.Elapsed;
        }
    }

    public void Finish(Run run)
    {
        output.WriteLine($"{(_inPlace ? "\r" : "")}Ingested {run.Files} files in {_clock.Elapsed.TotalSeconds:0.0} s: {Counts(run)}.   ");
        if (run.Error is { } remark)
            output.WriteLine(remark);
    }

    public void Fail(string problem) => output.WriteLine($"{(_inPlace ? "\r" : "")}Ingestion stopped: {problem}");

    public static string Counts(Run run) =>
        $"{run.Added} added, {run.Updated} updated, {run.Unchanged} unchanged, {run.Duplicate} duplicate, {run.Skipped} skipped, {run.Rejected} rejected";

    private string Line(Run run) => $"Ingesting: {run.Files} files, {run.Files / Math.Max(0.001, _clock.Elapsed.TotalSeconds):0}/s";
}
