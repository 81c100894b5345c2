using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Reads the labelled collections of <c>../shared/data</c> straight from their archives.</summary>
internal static class LabelledCorpora
{
    /// <summary>Four tenths of the names by a hash, which hold a fifth of the documents: never trained on, never tuned on.</summary>
    public static bool IsTest(LabelledDocument document) => Bucket(document.Outlet) is 0 or 3 or 4 or 5;

    public static int Bucket(string outlet)
    {
        var hash = 2166136261u;
        foreach (var c in outlet)
            hash = (hash ^ c) * 16777619;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 13;
        return (int)(hash % 10);
    }

    public static List<LabelledDocument> Worldwide(string folder)
    {
        var files = ReadArchive(Path.Combine(folder, "people-worldwide.tar.gz"));
        var documents = new List<LabelledDocument>();
        foreach (var (path, tagged) in files.Where(f => f.Key.StartsWith("tagged/", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (files.TryGetValue($"text/{name}.txt", out var text))
                documents.Add(Align(name, name[..name.LastIndexOf('_')], text, Rows(tagged, ClassOf)));
        }
        return documents;
    }

    /// <summary>WikiGold: encyclopedia articles. Each counts as an outlet of its own.</summary>
    public static List<LabelledDocument> WikiGold(string folder) => Joined("wikigold", ReadArchive(Path.Combine(folder, "people-other.tar.gz"))["wikigold.conll"], ' ');

    /// <summary>WNUT 2017: tweets and posts.</summary>
    public static List<LabelledDocument> Wnut(string folder, string part) => Joined(part, ReadArchive(Path.Combine(folder, "people-other.tar.gz"))[$"wnut17/{part}"], '\t');

    private static Dictionary<string, string> ReadArchive(string path)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
            var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            files[name] = reader.ReadToEnd();
        }
        return files;
    }

    private static int ClassOf(string tag) => tag.Length < 2 ? 0 : tag[2..].ToLowerInvariant() switch
    {
        "person" or "per" => 1,
        "organization" or "org" or "corporation" or "group" => 2,
        "location" or "loc" or "facility" => 3,
        "misc" or "norp" or "product" or "creative-work" => 4,
        _ => 0,
    };

    private static IEnumerable<(string Word, int Class, bool Begins)> Rows(string tagged, Func<string, int> classOf, char separator = '\t')
    {
        foreach (var line in tagged.Split('\n'))
        {
            var cut = line.IndexOf(separator, StringComparison.Ordinal);
            if (cut <= 0)
                yield return ("", 0, false);
            else
            {
                var tag = line[(cut + 1)..].Trim();
                var extra = tag.IndexOf('\t', StringComparison.Ordinal);
                if (extra > 0)
                    tag = tag[(extra + 1)..];
                yield return (line[..cut], classOf(tag), tag.StartsWith('B'));
            }
        }
    }

    /// <summary>Finds each labelled word again in the raw text, letter by letter, so that spans are offsets of the text a reader would see.</summary>
    private static LabelledDocument Align(string name, string outlet, string text, IEnumerable<(string Word, int Class, bool Begins)> rows)
    {
        var spans = new List<GoldSpan>();
        var at = 0;
        var before = 0;
        foreach (var (word, nameClass, begins) in rows)
        {
            if (word.Length == 0)
            {
                before = 0;
                continue;
            }
            var (start, end) = Find(text, word, at);
            if (start < 0)
            {
                before = 0;
                continue;
            }
            at = end;
            Add(spans, start, end, nameClass, begins, before);
            before = nameClass;
        }
        return new LabelledDocument(name, outlet, text, spans);
    }

    private static void Add(List<GoldSpan> spans, int start, int end, int nameClass, bool begins, int before)
    {
        if (nameClass == 0)
            return;
        if (!begins && before == nameClass && spans.Count > 0)
            spans[^1] = spans[^1] with { End = end };
        else
            spans.Add(new GoldSpan(start, end, nameClass));
    }

    private static (int Start, int End) Find(string text, string word, int from)
    {
        for (var start = from; start < text.Length && start < from + 400; start++)
        {
            if (text[start] != word[0])
                continue;
            var i = start;
            var j = 0;
            while (j < word.Length && i < text.Length)
            {
                if (char.IsWhiteSpace(word[j]))
                    j++;
                else if (text[i] == word[j])
                {
                    i++;
                    j++;
                }
                else if (char.IsWhiteSpace(text[i]))
                    i++;
                else
                    break;
            }
            if (j == word.Length)
                return (start, i);
        }
        return (-1, -1);
    }

    /// <summary>Collections that give only words: sentences are written out again with the usual spacing.</summary>
    private static List<LabelledDocument> Joined(string name, string conll, char separator)
    {
        var documents = new List<LabelledDocument>();
        var text = new StringBuilder();
        var spans = new List<GoldSpan>();
        var before = 0;
        var tight = true;
        var quoted = false;
        foreach (var (word, nameClass, begins) in Rows(conll, ClassOf, separator))
        {
            if (word.StartsWith("-DOCSTART", StringComparison.Ordinal))
            {
                Close();
                continue;
            }
            if (word.Length == 0)
            {
                if (text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                (before, tight, quoted) = (0, true, false);
                if (separator == '\t' && text.Length > 4000)
                    Close();
                continue;
            }
            var closing = word is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "'s" or "n't" or "'" || (word == "\"" && quoted) || (word.Length > 1 && word[0] == '\'');
            if (!tight && !closing)
                text.Append(' ');
            var start = text.Length;
            text.Append(word);
            if (word == "\"")
                quoted = !quoted;
            tight = word is "(" or "[" or "$" || (word == "\"" && quoted);
            Add(spans, start, text.Length, nameClass, begins, before);
            before = nameClass;
        }
        Close();
        return documents;

        void Close()
        {
            if (text.Length > 0)
                documents.Add(new LabelledDocument($"{name}-{documents.Count}", $"{name}-{documents.Count}", text.ToString(), [.. spans]));
            text.Clear();
            spans.Clear();
        }
    }
}
