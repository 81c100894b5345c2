using System.Globalization;
using System.Text;

namespace NewsCorpus.Benchmarks;

/// <summary>One made-up article as a file.</summary>
/// <param name="Path">Path below the corpus folder, forward slashes; a thousand files a folder.</param>
/// <param name="Text">The whole file.</param>
/// <param name="Title">The title, also where the file does not state it.</param>
/// <param name="Body">Paragraphs without markup.</param>
/// <param name="Outlet">Proper name of the outlet.</param>
/// <param name="People">Full names of the people in the text.</param>
public sealed record SyntheticArticle(string Path, string Text, string Title, IReadOnlyList<string> Body, DateOnly? Day, string Outlet, IReadOnlyList<string> People);

/// <summary>
/// A seeded corpus of any size in mixed shapes: the same seed gives the same files on every machine. Words follow Zipf's law over 60,000 forms,
/// articles have 300 to 1,200 words, 200 outlets and 20,000 people (a few of them in most of the news), five years of days. One in twenty is a copy of an earlier article with small edits.
/// </summary>
public sealed class SyntheticCorpus
{
    private const int Vocabulary = 60_000;
    private const int Outlets = 200;
    private const int People = 20_000;

    private static readonly string[] Function =
        "the of to and a in that is was for on it with as be by at from said has have are not but will an they he she this which their were had been would who more one about there its than after also when two some could out up into over new other only year last first may no time people most can city council".Split(' ');

    private static readonly string[] Onsets = "b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh sl st th tr".Split(' ');
    private static readonly string[] Vowels = "a e i o u ai ea ee io ou".Split(' ');
    private static readonly string[] Codas = ["", "", "l", "m", "n", "r", "s", "t", "ck", "nd", "ng", "st"];
    private static readonly string[] Titles = ["Mayor", "Councillor", "President", "Minister", "Dr", "Judge", "Professor"];
    private static readonly string[] Endings = ["Post", "Chronicle", "Gazette", "Times", "Herald", "Observer", "Voice", "Tribune"];

    private readonly int _seed;
    private readonly string[] _words;
    private readonly double[] _cumulative;
    private readonly string[] _people;
    private readonly (string Name, string Domain)[] _outlets;

    public SyntheticCorpus(int seed = 20260101)
    {
        _seed = seed;
        var random = new Random(seed);
        var words = new HashSet<string>(Function, StringComparer.Ordinal);
        while (words.Count < Vocabulary)
            words.Add(Syllables(random, 1 + random.Next(3)));
        _words = [.. words];
        _cumulative = Zipf(Vocabulary, 1.05);
        _people = [.. Enumerable.Range(0, People).Select(_ => $"{Name(random, 2)} {Name(random, 1 + random.Next(3))}").Distinct(StringComparer.Ordinal)];
        _outlets = [.. Enumerable.Range(0, Outlets).Select(i => Outlet(random, i))];
    }

    /// <summary>Articles <paramref name="from"/> up to <paramref name="count"/>; article n is the same whatever range asks for it.</summary>
    public IEnumerable<SyntheticArticle> Articles(int count, int from = 0)
    {
        for (var n = from; n < count; n++)
            yield return n > 20 && n % 20 == 7 ? Copy(n) : Article(n);
    }

    /// <summary>Writes the files of the first <paramref name="count"/> articles and returns their bytes.</summary>
    public long Write(string folder, int count)
    {
        var bytes = 0L;
        foreach (var article in Articles(count))
        {
            var path = System.IO.Path.Combine(folder, article.Path);
            if (!System.IO.File.Exists(path))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                System.IO.File.WriteAllText(path, article.Text);
            }
            bytes += new FileInfo(path).Length;
        }
        return bytes;
    }

    private SyntheticArticle Article(int n)
    {
        var random = new Random(HashCode(n));
        var outlet = _outlets[Pick(random, _outlets.Length)];
        var day = new DateOnly(2021, 1, 1).AddDays(random.Next(5 * 365));
        var people = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => _people[Pick(random, _people.Length)]).Distinct(StringComparer.Ordinal).ToList();
        return File(n, Sentence(random, 6 + random.Next(6)), Paragraphs(random, people), day, outlet, people);
    }

    /// <summary>An earlier article in another outlet: another headline, and the end cut off.</summary>
    private SyntheticArticle Copy(int n)
    {
        var random = new Random(HashCode(n));
        var original = Article(random.Next(n / 20) * 20);
        var body = original.Body.Take(Math.Max(3, original.Body.Count * 4 / 5)).ToList();
        return File(n, Sentence(random, 6 + random.Next(6)), body, original.Day, _outlets[Pick(random, _outlets.Length)], original.People);
    }

    private static SyntheticArticle File(int n, string title, List<string> body, DateOnly? day, (string Name, string Domain) outlet, IReadOnlyList<string> people)
    {
        var text = new StringBuilder();
        switch (n % 10)
        {
            case < 5:
                FrontMatter(text, title, day!.Value, outlet);
                foreach (var paragraph in body)
                    text.Append("<p>").Append(paragraph).Append("</p>");
                text.Append('\n');
                break;
            case 5:
                FrontMatter(text, title, day!.Value, outlet);
                text.AppendJoin("\n\n", body).Append('\n');
                break;
            case < 9:
                text.Append(CultureInfo.InvariantCulture, $" date {day:yyyy-MM-dd} ").AppendJoin("\n\n", body).Append("\n\nThis article originally appeared in ").Append(outlet.Name).Append(".\n");
                break;
            default:
                day = null;
                text.AppendJoin('\n', body).Append("\n\n\n");
                break;
        }
        return new SyntheticArticle($"{n / 1000:0000}/{n:0000000}.txt", text.ToString(), title, body, day, outlet.Name, people);
    }

    private static void FrontMatter(StringBuilder text, string title, DateOnly day, (string Name, string Domain) outlet) => text.Append(
        CultureInfo.InvariantCulture,
        $"---\ntitle: \"{title}\"\ndate: {day:yyyy-MM-dd}\nlink: 'https://www.{outlet.Domain}/{day:yyyy/MM/dd}/{title.Replace(' ', '-').ToLowerInvariant()}'\nsource: 'https://feeds.{outlet.Domain}/latest'\npublisher: '{outlet.Name}'\ntags:\n- '{title.Split(' ')[^1]}'\n- '{title.Split(' ')[^2]}'\ndraft: false\n---\n");

    private List<string> Paragraphs(Random random, List<string> people)
    {
        var target = 300 + random.Next(900);
        var paragraphs = new List<string>();
        var introduced = new HashSet<string>(StringComparer.Ordinal);
        for (var words = 0; words < target;)
        {
            var paragraph = new StringBuilder();
            for (var sentences = 1 + random.Next(4); sentences > 0; sentences--)
            {
                var length = 8 + random.Next(22);
                words += length;
                var sentence = Sentence(random, length);
                var person = people[random.Next(people.Count)];
                paragraph.Append(random.Next(5) switch
                {
                    0 when introduced.Add(person) => $"{Titles[random.Next(Titles.Length)]} {person} said {Lower(sentence)}. ",
                    0 => $"“{sentence},” {person[(person.LastIndexOf(' ') + 1)..]} said. ",
                    _ => sentence + ". ",
                });
            }
            paragraphs.Add(paragraph.ToString().TrimEnd());
        }
        return paragraphs;
    }

    private string Sentence(Random random, int length)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            if (i > 0)
                sentence.Append(random.Next(12) == 0 ? ", " : " ");
            sentence.Append(_words[Word(random)]);
        }
        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.ToString();
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private int Word(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble());
        return Math.Min(at < 0 ? ~at : at, _words.Length - 1);
    }

    /// <summary>A few of the list are in most of the news, most of it is rare.</summary>
    private static int Pick(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 4));

    private static double[] Zipf(int count, double exponent)
    {
        var weights = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            weights[i] = sum += 1 / Math.Pow(i + 1, exponent);
        for (var i = 0; i < count; i++)
            weights[i] /= sum;
        return weights;
    }

    private static string Syllables(Random random, int count)
    {
        var word = new StringBuilder();
        for (var i = 0; i < count; i++)
            word.Append(Onsets[random.Next(Onsets.Length)]).Append(Vowels[random.Next(Vowels.Length)]).Append(Codas[random.Next(Codas.Length)]);
        return word.ToString();
    }

    private static string Name(Random random, int syllables)
    {
        var name = Syllables(random, syllables);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static (string Name, string Domain) Outlet(Random random, int n)
    {
        var name = $"{Name(random, 2)} {Endings[n % Endings.Length]}";
        return (name, name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() + n + ".example");
    }

    private int HashCode(int n) => unchecked((_seed * 397) ^ (n * (int)2654435761));
}
