using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>Which entries of the log: of one person, of one action, or all. The page and the downloads take the same parameters.</summary>
public sealed record LogFilter(string? By, string? Action)
{
    public static LogFilter Read(IQueryCollection parameters) => new(Value(parameters["by"]), Value(parameters["action"]));

    /// <summary>The entries, newest first.</summary>
    public IQueryable<LogEntry> Of(CorpusDbContext db)
    {
        var entries = db.Log.AsNoTracking();
        if (By is not null)
            entries = entries.Where(e => e.By == By);
        if (Action is not null)
            entries = entries.Where(e => e.Action == Action);
        return entries.OrderByDescending(e => e.Id);
    }

    public string Address(string path, int page = 1)
    {
        var query = QueryString.Empty;
        if (By is not null)
            query = query.Add("by", By);
        if (Action is not null)
            query = query.Add("action", Action);
        if (page > 1)
            query = query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return path + query;
    }

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
