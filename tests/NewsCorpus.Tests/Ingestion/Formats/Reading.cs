using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

/// <summary>The way of a file from its bytes to its draft.</summary>
internal static class Reading
{
    public static (string Reader, ArticleDraft Draft) Of(string text, string path = "a.txt")
    {
        var source = SourceDecoder.Decode(new SourceDocument(path, Encoding.UTF8.GetBytes(text)));
        var reader = FormatDetector.Detect(source);
        return (reader.Name, Assert.Single(reader.Read(source)));
    }

    public static RejectedFileException Rejected(string text) => Assert.Throws<RejectedFileException>(() => Of(text));
}
