using System.Text;

namespace NewsCorpus.Benchmarks.People;

/// <summary>
/// Copies of labelled documents in which persons and places have the names of others, a word the same one throughout its document, so that a network
/// learns what stands around names rather than the names that some outlets write of (mention replacement, Dai and Adel 2020).
/// </summary>
internal sealed class NameSwaps
{
    private const int Person = 1;
    private const int Place = 3;

    /// <summary>Share of the places of one word that get another name, and share of the single names of persons that get a given one.</summary>
    private const float OtherPlaces = 0.5f;
    private const float SingleGiven = 0.25f;

    private readonly Random _random;
    private readonly string[] _given;
    private readonly string[] _family;
    private readonly string[] _places;

    /// <param name="documents">Their names are what the copies are given; each counts once, however often it stands there.</param>
    public NameSwaps(IEnumerable<LabelledDocument> documents, int seed)
    {
        _random = new Random(seed);
        SortedSet<string> given = new(StringComparer.Ordinal), family = new(StringComparer.Ordinal), places = new(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var span in document.Spans)
            {
                var words = Words(document, span);
                if (span.Class == Person && words.Length > 1)
                {
                    AddTo(given, words[0]);
                    AddTo(family, words[^1]);
                }
                else if (span.Class == Place && words.Length == 1)
                {
                    AddTo(places, words[0]);
                }
            }
        }
        (_given, _family, _places) = ([.. given], [.. family], [.. places]);

        static void AddTo(SortedSet<string> names, string word)
        {
            if (IsSwapped(word))
                names.Add(word);
        }
    }

    public LabelledDocument Copy(LabelledDocument document)
    {
        var persons = Persons(document);
        var places = Places(document, persons);
        var text = new StringBuilder();
        var spans = new List<GoldSpan>();
        var at = 0;
        foreach (var span in document.Spans)
        {
            text.Append(document.Text, at, span.Start - at);
            var start = text.Length;
            Write(text, document.Text.AsSpan(span.Start, span.End - span.Start), span.Class == Place ? places : persons);
            spans.Add(span with { Start = start, End = text.Length });
            at = span.End;
        }
        text.Append(document.Text, at, document.Text.Length - at);
        return document with { Text = text.ToString(), Spans = spans };
    }

    /// <summary>The new word for each word of persons' names: full names first, so that a surname that stands alone goes with them.</summary>
    private Dictionary<string, string> Persons(LabelledDocument document)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in document.Spans.Where(s => s.Class == Person).Select(s => Words(document, s)).OrderBy(w => w.Length == 1))
        {
            if (IsSwapped(words[0]))
                names.TryAdd(words[0], Any(words.Length > 1 || _random.NextSingle() < SingleGiven ? _given : _family));
            if (words.Length > 1 && IsSwapped(words[^1]))
                names.TryAdd(words[^1], Any(_family));
        }
        return names;
    }

    private Dictionary<string, string> Places(LabelledDocument document, Dictionary<string, string> persons)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in document.Spans.Where(s => s.Class == Place).Select(s => Words(document, s)))
            if (words.Length == 1 && IsSwapped(words[0]) && !persons.ContainsKey(words[0]))
                names.TryAdd(words[0], _random.NextSingle() < OtherPlaces ? Any(_places) : words[0]);
        return names;
    }

    private string Any(string[] names) => names[_random.Next(names.Length)];

    private static void Write(StringBuilder text, ReadOnlySpan<char> name, Dictionary<string, string> others)
    {
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && !char.IsWhiteSpace(name[end]))
                end++;
            var word = name[at..end].ToString();
            text.Append(others.GetValueOrDefault(word, word));
            for (at = end; at < name.Length && char.IsWhiteSpace(name[at]); at++)
                text.Append(name[at]);
        }
    }

    private static string[] Words(LabelledDocument document, GoldSpan span) =>
        document.Text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A capitalised word of letters: initials, particles and what is all in capitals stay.</summary>
    private static bool IsSwapped(string word) =>
        word.Length > 2 && char.IsUpper(word[0]) && word.Any(char.IsLower) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’');
}
