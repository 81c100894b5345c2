using System.Globalization;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Web.Presentation;

/// <summary>Up to where several saved searches had been seen, as one field of a form: "3.95.1200-4.95.1200".</summary>
internal static class SeenMarks
{
    public static string Write(IEnumerable<SeenMark> marks) => string.Join('-', marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Id}.{m.Revision}.{m.Article}")));

    /// <summary>What is none is passed over.</summary>
    public static IReadOnlyList<SeenMark> Read(string? text) => [.. (text ?? "").Split('-').Select(ReadOne).OfType<SeenMark>().DistinctBy(m => m.Id)];

    private static SeenMark? ReadOne(string text) => text.Split('.') is [var id, var revision, var article] && Number(id) is { } i && Number(revision) is { } r && Number(article) is { } a ? new SeenMark(i, r, a) : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
