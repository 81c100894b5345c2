using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>Hears what is asked of a run while it is under way, by this process or another, and tells the one who carries it out.</summary>
internal sealed class RunControl : IAsyncDisposable
{
    /// <summary>How often the row is looked at.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly Run _run;
    private readonly RunStore _runs;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _listening;
    private TaskCompletionSource _pause = New();
    private TaskCompletionSource _goOn = New();

    public RunControl(Run run, RunStore runs, TimeProvider time, CancellationToken cancellation)
    {
        (_run, _runs, _time) = (run, runs, time);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A run without a row hears only its own process.
        _listening = run.Id == 0 ? Task.CompletedTask : Task.Run(ListenAsync, CancellationToken.None);
    }

    /// <summary>Cancelled when the run is to end before its end.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>What went wrong with listening; null while nothing did. It ends the run.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Completes when the run is to pause.</summary>
    public Task PauseAsked => Volatile.Read(ref _pause).Task;

    /// <summary>Completes when a paused run is to go on.</summary>
    public Task GoOnAsked => Volatile.Read(ref _goOn).Task;

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                switch (await _runs.WishAsync(_run.Id, _over.Token))
                {
                    case RunWish.Cancel:
                        await _stop.CancelAsync();
                        return;
                    case RunWish.Pause when !PauseAsked.IsCompleted:
                        Volatile.Write(ref _goOn, New());
                        _pause.SetResult();
                        break;
                    case RunWish.None when PauseAsked.IsCompleted:
                        Volatile.Write(ref _pause, New());
                        _goOn.SetResult();
                        break;
                }
                await Task.Delay(Interval, _time, _over.Token);
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // The run is over; nothing is to be heard any more.
        }
        catch (Exception e)
        {
            Fault = e;
            await _stop.CancelAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _listening;
        _over.Dispose();
        _stop.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
