using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

/// <summary>The way of a file of many entries from its bytes to its drafts.</summary>
internal static class Entries
{
    public static List<ArticleDraft> Of(string text, string reader, string path = "a.dat") => Of(Encoding.UTF8.GetBytes(text), reader, path);

    public static List<ArticleDraft> Of(byte[] bytes, string reader, string path = "a.dat")
    {
        var source = SourceDecoder.Decode(new SourceDocument(path, bytes));
        var found = FormatDetector.Detect(source);
        Assert.Equal(reader, found.Name);
        return [.. found.Read(source)];
    }

    public static ArticleDraft One(string text, string reader, string path = "a.dat") => Assert.Single(Of(text, reader, path));

    public static string? Value(this ArticleDraft draft, string key) => draft.Field(key)?.Value;

    public static string[] Values(this ArticleDraft draft, string key) => [.. draft.Fields.Where(f => f.Key == key).Select(f => f.Value)];
}
