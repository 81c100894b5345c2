namespace NewsCorpus.Web.Presentation;

/// <summary>Where a reader came from, as far as it was one of our own pages.</summary>
public static class Referrer
{
    /// <summary>The results page (with its whole query) that linked here; null for any other page or site.</summary>
    public static string? Results(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && from.AbsolutePath == "/"
            ? from.PathAndQuery
            : null;
}
