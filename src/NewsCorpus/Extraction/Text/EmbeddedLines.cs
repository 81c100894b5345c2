using System.Text;

namespace NewsCorpus.Extraction.Text;

/// <summary>Data that is built into the library, one record a line; lines that begin with "#" and blank lines are remarks.</summary>
internal static class EmbeddedLines
{
    /// <param name="name">Path below the project folder with dots for slashes.</param>
    public static IReadOnlyList<string> Read(string name)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream("NewsCorpus." + name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
                lines.Add(line);
        return lines;
    }
}
