using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Related;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Makes a search or two for nobody while a process starts to serve, so that the first reader does not wait for code to be compiled and the index to be opened.</summary>
public sealed class SearchWarmUp(CorpusIndex index, ArticleSearch search, QueryExplainer explainer, RelatedSearch related, ILogger<SearchWarmUp> logger, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly TaskCompletionSource<string> _word = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A word that finds something; not completed before it is known.</summary>
    public Task<string> Word => _word.Task;

    /// <summary>May be called before the host starts; its own call then changes nothing.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => ExecuteTask is null ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts it goes on at once.
        await Task.Yield();
        try
        {
            var word = await WordAsync(stoppingToken);
            _word.SetResult(word);
            var request = new SearchRequest { Query = word };
            var results = await search.SearchAsync(request, stoppingToken);
            await explainer.ExplainAsync(request, results, stoppingToken);
            await related.FindAsync(request, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nobody waits for it.
        }
        catch (EnvironmentProblemException problem)
        {
            logger.LogDebug(problem, "The first search for nobody failed; a reader's own will tell why.");
        }
    }

    /// <summary>A fresh data folder has none before the first articles are in the index.</summary>
    private async Task<string> WordAsync(CancellationToken stoppingToken)
    {
        long? looked = null;
        while (true)
        {
            if (index.Revision is { } revision && revision != looked)
            {
                looked = revision;
                if ((await search.SearchAsync(new SearchRequest(), stoppingToken)).Hits.Select(h => FirstWord(h.Title)).FirstOrDefault(w => w is not null) is { } word)
                    return word;
            }
            await Task.Delay(BetweenLooks, time, stoppingToken);
        }
    }

    private static string? FirstWord(string title)
    {
        var words = new WordTokenizer();
        words.Reset(title);
        return words.MoveNext() ? words.Word.ToString() : null;
    }
}
