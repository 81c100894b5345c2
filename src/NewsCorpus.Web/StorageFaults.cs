using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using NewsCorpus.Store;

namespace NewsCorpus.Web;

/// <summary>
/// What becomes of a request that meets a damaged or locked database, a full disk or a broken index: 503 with an explanation, the cause and the remedy in the server's log, and no stack trace.
/// The server goes on: other pages may not need what is broken.
/// </summary>
internal sealed class StorageFaults(IOptions<NewsCorpusOptions> options, ILogger<StorageFaults> logger) : IExceptionHandler
{
    public const string Heading = "The corpus cannot be read just now";

    /// <summary>Names no path: whoever reads articles need not know the machine.</summary>
    public const string Explanation = "The database, the index or its disk is in trouble. The server’s log says what it is and what to do. Other pages may still work; try again in a moment.";

    public static bool IsOne(Exception exception) => CorpusDatabase.ProblemOf(exception, NewsCorpusOptions.DatabaseName) is not null;

    /// <summary>How the pipeline answers exceptions.</summary>
    /// <param name="path">The page that shows errors; null for problem details.</param>
    public static ExceptionHandlerOptions Handler(string? path = null) => new()
    {
        ExceptionHandlingPath = path,
        CreateScopeForErrors = true,
        StatusCodeSelector = StatusOf,
        SuppressDiagnosticsCallback = context => IsOne(context.Exception),
    };

    public static int StatusOf(Exception exception) => IsOne(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>Only says it in the log; the answer is made by the pipeline.</summary>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (CorpusDatabase.ProblemOf(exception, options.Value.DatabasePath) is { } problem)
            logger.LogError("{Method} {Path} was answered with 503. {Problem}", httpContext.Request.Method, httpContext.Request.Path, problem.Message);
        return ValueTask.FromResult(false);
    }
}
