using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Benchmarks.Languages;
using NewsCorpus.Benchmarks.Pages;
using NewsCorpus.Extraction.Languages;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// The language identifier. "train" reads the Declaration of Human Rights and stop words, measures itself with the last fifth of the paragraphs left out, and writes the weights of all of it. "evaluate" measures the
/// weights on texts of other kinds: translated messages of the .NET SDK, pages that state their language, and English articles.
/// </summary>
internal static class LanguageBenchmark
{
    private const int Sample = 220;

    /// <summary>The last paragraphs are the same in all languages: left out everywhere, none of them has been seen in a near language.</summary>
    private const double Learnt = 0.8;

    public static int Run(string[] args) => args switch
    {
        [_, "train", ..] => Train(Required(args, "--udhr"), Required(args, "--stopwords"), Option(args, "--out") ?? Path.Combine("src", "NewsCorpus", "Extraction", "Languages", "Data", "languages.bin")),
        [_, "evaluate", ..] => Evaluate(Option(args, "--data") ?? Path.Combine("..", "shared", "data")),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("languages train --udhr FOLDER --stopwords FILE [--out FILE], or languages evaluate [--data FOLDER]");
        return 2;
    }

    private static int Train(string folder, string stopwords, string file)
    {
        var texts = DeclarationTexts.Read(folder).ToList();
        using var words = JsonDocument.Parse(File.ReadAllBytes(stopwords));
        Write(file, Tables(texts, words, Learnt));
        using (var stream = File.OpenRead(file))
        {
            var model = LanguageModel.Read(stream);
            var score = new LanguageScore();
            foreach (var (script, language, paragraphs) in texts)
                foreach (var text in Chunks(paragraphs.Skip((int)(paragraphs.Count * Learnt))))
                    score.Add(language, LanguageIdentifier.Read(text, model)?.Code, text);
            score.Print("paragraphs left out");
        }
        Write(file, Tables(texts, words, 1));
        Console.WriteLine($"{file}: {new FileInfo(file).Length / 1024} KiB");
        return 0;
    }

    private static List<(Script, IReadOnlyList<string>, int, sbyte[])> Tables(List<(Script Script, string Language, List<string> Paragraphs)> texts, JsonDocument words, double share)
    {
        var tables = new List<(Script, IReadOnlyList<string>, int, sbyte[])>();
        foreach (var group in texts.GroupBy(t => t.Script))
        {
            var trainer = new LanguageTrainer(group.Key == Script.Latin ? 15 : 13);
            foreach (var (_, language, paragraphs) in group)
            {
                foreach (var paragraph in paragraphs.Take((int)(paragraphs.Count * share)))
                    trainer.Add(language, paragraph);
                // Where a language has two spellings the list is of one of them; Croatian's would draw Bosnian and Serbian to it, which have none.
                if (language is not ("nn" or "hr") && words.RootElement.TryGetProperty(language == "nb" ? "no" : language, out var list))
                    trainer.Add(language, string.Join(' ', list.EnumerateArray().Select(w => w.GetString()).Take(MaxWords)), WordWeight);
            }
            var (languages, bits, weights) = trainer.Train();
            tables.Add((group.Key, languages, bits, weights));
        }
        return tables;
    }

    private const int MaxWords = 500;
    private const double WordWeight = 1;

    private static void Write(string file, List<(Script, IReadOnlyList<string>, int, sbyte[])> tables)
    {
        using var stream = File.Create(file);
        LanguageModel.Write(stream, tables);
    }

    private static int Evaluate(string folder)
    {
        var messages = new LanguageScore();
        foreach (var (language, text) in SdkMessages())
            messages.Add(language, LanguageIdentifier.Read(text)?.Code, text);
        messages.Print("messages of the .NET SDK, some 220 characters each");
        var pages = new LanguageScore();
        foreach (var page in BodyPage.HtmlBodies(Path.Combine(folder, "html-bodies.tar.gz")).Select(p => (p.Name, Draft: p.Draft()))
            .Concat(BodyPage.HtmlPublishers(Path.Combine(folder, "html-publishers.tar.gz")).Select(p => (p.Name, Draft: p.Draft())))
            .Concat(BenchmarkPage.HtmlDates(Path.Combine(folder, "html-dates.tar.gz")).Select(p => (p.Name, Draft: p.Draft()!))).Where(p => p.Draft is not null))
            if (page.Draft.Field("language") is { } stated && LanguageCodes.Read(stated.Value) is { } code && ContentReader.Read(page.Draft) is var content)
                pages.Add(code, LanguageIdentifier.Read(content)?.Code, page.Name + ": " + content.Text);
        pages.Print("html-bodies, html-publishers and html-dates: pages that state their language (which may be wrong)");
        var articles = Articles(Path.Combine(folder, "articles-2000.jsonl.gz")).ConvertAll(t => ContentReader.Read(new ArticleDraft { Body = t, BodyFormat = BodyFormat.PlainText }));
        var english = new LanguageScore();
        foreach (var article in articles)
            english.Add("en", LanguageIdentifier.Read(article)?.Code, article.Text);
        english.Print("articles-2000.jsonl.gz");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++)
            foreach (var article in articles)
                LanguageIdentifier.Read(article);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMicroseconds / 5 / articles.Count:0.0} microseconds an article"));
        return 0;
    }

    /// <summary>Paragraphs put together up to some length.</summary>
    private static IEnumerable<string> Chunks(IEnumerable<string> paragraphs)
    {
        var chunk = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            chunk.Append(paragraph).Append('\n');
            if (chunk.Length < Sample)
                continue;
            yield return chunk.ToString();
            chunk.Clear();
        }
    }

    private static IEnumerable<(string Language, string Text)> SdkMessages()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var sdk = Path.Combine(runtime, "..", "..", "..", "sdk");
        foreach (var language in Directory.EnumerateFiles(sdk, "*.resources.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).GroupBy(f => Path.GetFileName(Path.GetDirectoryName(f)!)))
        {
            if (LanguageCodes.Read(language.Key) is not { } code)
                continue;
            foreach (var chunk in Chunks(language.DistinctBy(Path.GetFileName).SelectMany(Strings).Where(s => s.Count(char.IsLetter) > 40 && !s.Contains("--", StringComparison.Ordinal))).Take(400))
                yield return (code, chunk);
        }
    }

    private static List<string> Strings(string file)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var strings = new List<string>();
        var assembly = context.LoadFromAssemblyPath(Path.GetFullPath(file));
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
                if (entry.Value is string text)
                    strings.Add(text);
        }
        context.Unload();
        return strings;
    }

    private static List<string> Articles(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var texts = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            texts.Add(json.RootElement.GetProperty("content_original").GetString()!);
        }
        return texts;
    }

    private static string Required(string[] args, string name) => Option(args, name) ?? throw new ArgumentException($"{name} is needed: see MODEL.md beside the weights.", nameof(args));

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
