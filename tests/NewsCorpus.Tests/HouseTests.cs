using System.Text.RegularExpressions;
using Xunit;

namespace NewsCorpus.Tests;

/// <summary>Holds the arrows between the rooms of the library, and that a namespace is its folder.</summary>
public sealed partial class HouseTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Articles"] = [],
        ["Extraction"] = ["Articles"],
        ["Store"] = ["Articles"],
        ["Ingestion"] = ["Articles", "Extraction", "Store"],
        ["Search"] = ["Articles", "Store"],
        ["Export"] = ["Articles", "Search"],
    };

    private static string Library => Path.Combine(Checkout.Root, "src", "NewsCorpus");

    [Fact]
    public void Rooms_use_only_the_rooms_that_their_arrows_allow()
    {
        var broken = new List<string>();
        foreach (var (room, file, text) in Sources())
            foreach (Match match in RoomName().Matches(text))
                if (match.Groups["room"].Value is var used && used != room && Allowed.ContainsKey(used) && !Allowed[room].Contains(used))
                    broken.Add($"{file}: {room} must not use {used}");
        Assert.Empty(broken);
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong = new List<string>();
        foreach (var (_, file, text) in Sources())
        {
            if (file.Contains("Migrations", StringComparison.Ordinal))
                continue;
            var folder = Path.GetRelativePath(Library, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            if (!text.Contains($"namespace NewsCorpus.{folder};", StringComparison.Ordinal))
                wrong.Add(file);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_of_the_search_engine_leaves_the_inner_files()
    {
        var leaks = Sources()
            .Where(s => s.Room != "Search" && s.Text.Contains("Lucene.Net", StringComparison.Ordinal))
            .Select(s => s.File);
        Assert.Empty(leaks);
        var engine = typeof(NewsCorpusOptions).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMembers().Select(m => (Type: t, Member: m.ToString()!)))
            .Where(m => m.Member.Contains("Lucene.", StringComparison.Ordinal))
            .Select(m => $"{m.Type}: {m.Member}");
        Assert.Empty(engine);
    }

    private static IEnumerable<(string Room, string File, string Text)> Sources()
    {
        foreach (var room in Allowed.Keys)
        {
            var folder = Path.Combine(Library, room);
            if (!Directory.Exists(folder))
                continue;
            foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                yield return (room, file, File.ReadAllText(file));
        }
    }

    [GeneratedRegex(@"\bNewsCorpus\.(?<room>Articles|Extraction|Store|Ingestion|Search|Export)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RoomName();
}
