namespace NewsCorpus.Extraction.People;

/// <summary>What the lists say of a word: kinds of name and of the words that stand beside names.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Male = 1 << 0,
    Female = 1 << 1,
    Given = 1 << 2,
    Surname = 1 << 3,

    /// <summary>Part of a person's name, not known which.</summary>
    Name = 1 << 4,
    HonorificMale = 1 << 5,
    HonorificFemale = 1 << 6,
    Honorific = 1 << 7,
    RoleMale = 1 << 8,
    RoleFemale = 1 << 9,
    Role = 1 << 10,
    Kin = 1 << 11,
    Organisation = 1 << 12,
    Place = 1 << 13,
    Event = 1 << 14,
    Geography = 1 << 15,
    Calendar = 1 << 16,
    Suffix = 1 << 17,
    Particle = 1 << 18,
    Speech = 1 << 19,

    /// <summary>A role that people are addressed by, and that makes a surname after it a person.</summary>
    Title = 1 << 20,
    OfficeModifier = 1 << 21,

    /// <summary>What follows is a thing, not the person it may be named after: "Operation", "Hurricane".</summary>
    ThingBefore = 1 << 22,

    /// <summary>A surname of a culture that puts it first.</summary>
    FamilyFirst = 1 << 23,

    /// <summary>Part of the title after it: "Chief" Superintendent, "Prime" Minister.</summary>
    Rank = 1 << 25,

    /// <summary>A word of the name of a town or region, often a surname as well.</summary>
    Town = 1 << 26,

    /// <summary>A word of the name of a company, club or broadcaster.</summary>
    Brand = 1 << 27,

    /// <summary>Words that only the start of a sentence or a headline gives a capital.</summary>
    Function = 1 << 24,

    AnyGiven = Male | Female | Given,
    AnyHonorific = HonorificMale | HonorificFemale | Honorific,
    AnyRole = RoleMale | RoleFemale | Role | Title,
    AnyTitle = AnyHonorific | AnyRole,
}

/// <summary>The word lists under <c>Data/</c>, read once. Look-ups fold case, accents and a closing dot and allocate nothing.</summary>
internal sealed class WordLists
{
    private static readonly Lazy<WordLists> _embedded = new(() => new WordLists(["names.txt", "names-own.txt", "words.txt", "things.txt"]));

    private readonly Dictionary<uint, WordKinds> _kinds = new(120_000);

    private WordLists(ReadOnlySpan<string> files)
    {
        foreach (var file in files)
        {
            using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"NewsCorpus.Extraction.People.Data.{file}")
                ?? throw new InvalidOperationException($"The word list {file} is not embedded in the library.");
            using var reader = new StreamReader(stream);
            Read(reader);
        }
    }

    public static WordLists Embedded => _embedded.Value;

    public WordKinds Of(ReadOnlySpan<char> word) => OfHash(WordHash.Folded(word));

    public WordKinds OfHash(uint folded) => _kinds.GetValueOrDefault(folded);

    private void Read(StreamReader reader)
    {
        var kind = WordKinds.None;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
            {
                kind = Enum.Parse<WordKinds>(line[1..^1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                continue;
            }
            foreach (var range in line.AsSpan().Split(' '))
            {
                var word = line.AsSpan(range);
                if (word.IsEmpty)
                    continue;
                ref var kinds = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_kinds, WordHash.Folded(word), out _);
                kinds |= kind;
            }
        }
    }
}
