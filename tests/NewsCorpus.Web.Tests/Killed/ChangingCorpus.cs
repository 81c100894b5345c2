using System.IO.Compression;
using System.Text.Json;

namespace NewsCorpus.Web.Tests.Killed;

/// <summary>Some hundred invented files in several formats, which are changed and added to before each run, and what a corpus of them must hold.</summary>
internal sealed class ChangingCorpus(string folder, Random random)
{
    private const int EntriesInFile = 4;
    private const int EntriesInArchive = 30;

    private static readonly string[] Formats = ["txt", "md", "html", "jsonl", "xml", "json"];

    /// <summary>The state of each file, by its number.</summary>
    private readonly List<int> _states = [];

    private int _archive;

    public string Folder => folder;

    /// <summary>Titles of all articles that there must be, each once.</summary>
    public IEnumerable<string> Titles =>
        _states.SelectMany((state, number) => TitlesOf(number, state)).Concat(Enumerable.Range(0, EntriesInArchive).Select(n => ArchiveTitle(n, _archive)));

    /// <summary>Files that a run sees, those in the archive counted one by one.</summary>
    public int Files => _states.Count + EntriesInArchive;

    public void Add(int count)
    {
        for (var n = 0; n < count; n++)
        {
            _states.Add(0);
            Write(_states.Count - 1);
        }
    }

    /// <summary>Changes so many files, each in one step as editors save, and now and then the archive.</summary>
    public void Change(int count)
    {
        for (var n = 0; n < count; n++)
        {
            var number = random.Next(_states.Count);
            _states[number]++;
            Write(number);
        }
        if (random.Next(6) == 0)
            WriteArchive(_archive + 1);
    }

    public void WriteArchive(int state)
    {
        _archive = state;
        var path = Path.Combine(folder, "desk.zip");
        using (var zip = ZipFile.Open(path + ".part~", ZipArchiveMode.Create))
        {
            for (var n = 0; n < EntriesInArchive; n++)
            {
                using var writer = new StreamWriter(zip.CreateEntry($"page{n}.txt").Open());
                writer.Write(Plain(ArchiveTitle(n, state)));
            }
        }
        File.Move(path + ".part~", path, overwrite: true);
    }

    private static string Title(int number, int state) => $"Ledger {number} of the quay in state {state}";

    private static string ArchiveTitle(int number, int state) => $"Page {number} of the desk in state {(number % 3 == 0 ? state : 0)}";

    private static IEnumerable<string> TitlesOf(int number, int state) => Formats[number % Formats.Length] is "jsonl" or "xml"
        ? Enumerable.Range(0, EntriesInFile).Select(e => $"{Title(number, e == 0 ? state : 0)}, part {e}")
        : [Title(number, state)];

    private static string Plain(string title) => $"date 2026-01-{1 + (title.Length % 28):00}\n\n{title}\n\n{Words(title)}\n";

    /// <summary>No two alike, so that nothing passes for a copy of another.</summary>
    private static string Words(string title) =>
        $"The entry “{title}” was read out on Monday by harbour clerk Ottoline Vance. “It is all in the book,” Vance said. Crates, ropes and lamps were counted twice, and nothing was found to be missing.";

    private void Write(int number)
    {
        var titles = TitlesOf(number, _states[number]).ToList();
        var title = titles[0];
        var text = Formats[number % Formats.Length] switch
        {
            "md" => $"---\ntitle: {title}\ndate: 2026-02-0{1 + (number % 9)}\ntags: [quay]\n---\n{Words(title)}\n",
            "html" => $"<!doctype html><html><head><title>{title}</title><meta property=\"og:title\" content=\"{title}\"></head><body><article><h1>{title}</h1><p>{Words(title)}</p></article></body></html>",
            "jsonl" => string.Concat(titles.Select((t, e) => JsonSerializer.Serialize(new { id = $"{number}-{e}", title = t, date = "2026-03-01", text = Words(t) }) + "\n")),
            "xml" => $"<rss version=\"2.0\"><channel><title>Quay Wire</title>{string.Concat(titles.Select((t, e) => $"<item><guid>{number}-{e}</guid><title>{t}</title><description>{Words(t)}</description></item>"))}</channel></rss>",
            "json" => JsonSerializer.Serialize(new[] { new { id = $"{number}", title, date = "2026-04-01", text = Words(title) } }),
            _ => Plain(title),
        };
        var path = Path.Combine(folder, $"{number:0000}.{Formats[number % Formats.Length]}");
        File.WriteAllText(path + ".part~", text);
        File.Move(path + ".part~", path, overwrite: true);
    }
}
