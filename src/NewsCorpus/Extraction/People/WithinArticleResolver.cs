using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Joins the names of one article into persons. Full names first, over the whole article; then surnames with a title; then bare names, each to the one person it
/// fits, else to the nearest fitting one, else to nobody; last, the same words elsewhere that the tagger passed over. A bare surname without a full name or title is nobody.
/// </summary>
internal sealed class WithinArticleResolver
{
    /// <summary>Tokens of the longest line that is taken for a headline; a longer one in which most words have a capital is a list of names.</summary>
    private const int LongestHeadline = 40;

    private readonly TokenisedText _document;
    private readonly byte[] _labels;
    private readonly WordLists _lists;
    private readonly PersonIndex _people = new();
    private readonly List<FoundName> _found = [];
    private readonly OfficeReader _offices;
    private readonly NameChooser _chooser;
    private readonly NameSpanReader _reader;
    private readonly bool[] _taken;

    public WithinArticleResolver(TokenisedText document, byte[] labels, WordLists lists)
    {
        _document = document;
        _labels = labels;
        _lists = lists;
        _offices = new OfficeReader(document, labels);
        _chooser = new NameChooser(_people, lists);
        _reader = new NameSpanReader(document, labels, lists);
        _taken = new bool[document.Tokens.Length];
    }

    public PeopleFinding Resolve()
    {
        var names = _reader.Read();
        var endings = names.Where(n => n.IsFull && !IsHeadline(n)).SelectMany(n => Enumerable.Range(1, Math.Max(0, n.Keys.Length - 2)).Select(i => string.Join(' ', n.Keys[i..]))).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            if (names[i].IsFull && endings.Contains(string.Join(' ', names[i].Keys)))
                names[i] = names[i] with { IsFull = false };
        var votes = Votes(names);
        foreach (var name in names)
            if (name.IsFull && !IsHeadline(name) && votes[HashOf(name.From, name.To)] > 0)
                TakeFull(name);
        foreach (var name in names)
            if (name.IsFull && IsHeadline(name))
                TakeHeadline(name);
        foreach (var name in names)
            if (!name.IsFull && name.Title.Addressed is not null && !IsShouting(name.From))
                TakeTitled(name);
        foreach (var name in names)
            if (!name.IsFull && !_taken[name.From])
                TakeBare(name);
        TakeWhatTheTaggerPassedOver();
        return new FindingWriter(_document).Write(_found);
    }

    private bool IsShouting(int token) => (_document.Tokens[token].Flags & TokenisedText.Shouting) != 0;

    /// <summary>In a line where every word has a capital, so that capitals tell nothing.</summary>
    private bool IsHeadline(NameSpan name) =>
        IsShouting(name.From) || ((_document.Tokens[name.From].Flags & TokenisedText.Headline) != 0 && _document.BlockEnds[name.Block] - FirstOf(name.Block) <= LongestHeadline);

    private int FirstOf(int block) => block == 0 ? 0 : _document.BlockEnds[block - 1];

    /// <summary>
    /// For the words of each name how often they are labelled a person, less how often an organisation, a place or the like, or stand behind an article as things do: agreement over the document decides.
    /// </summary>
    private Dictionary<uint, int> Votes(List<NameSpan> names)
    {
        var votes = new Dictionary<uint, int>();
        foreach (var name in names)
            CollectionsMarshal.GetValueRefOrAddDefault(votes, HashOf(name.From, name.To), out _) += HasArticle(name) ? -1 : 1;
        for (var i = 0; i < _labels.Length; i++)
        {
            if (Labels.ClassOf(_labels[i]) <= 1)
                continue;
            var from = i;
            while (i + 1 < _labels.Length && Labels.ClassOf(_labels[i + 1]) == Labels.ClassOf(_labels[from]) && !Labels.CanStart(_labels[i + 1]))
                i++;
            ref var vote = ref CollectionsMarshal.GetValueRefOrNullRef(votes, HashOf(from, i + 1));
            if (!Unsafe.IsNullRef(ref vote))
                vote--;
        }
        return votes;
    }

    /// <summary>"the Nine Bells", and not "the Ada Wren case": a full name with an article, behind which no noun follows, is mostly a thing's.</summary>
    private bool HasArticle(NameSpan name)
    {
        if (!name.IsFull || name.From == FirstOf(name.Block) || name.Title.Addressed is not null || name.Title.Office is not null || !_document.Word(name.From - 1).Equals("the", StringComparison.OrdinalIgnoreCase))
            return false;
        if (name.To == _document.BlockEnds[name.Block])
            return true;
        ref readonly var next = ref _document.Tokens[name.To];
        return (next.Case == TokenCase.Mark && _document.Word(name.To) is "," or "." or ";" or ":" or "!" or "?" or ")" or "”" or "’") || (next.Case == TokenCase.Lower && (next.Kinds & WordKinds.Function) != WordKinds.None);
    }

    private uint HashOf(int from, int to)
    {
        var hash = 0u;
        for (var i = from; i < to; i++)
            hash = WordHash.Combine(hash, _document.Tokens[i].Word);
        return hash;
    }

    private bool SameWords(int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
            if (_document.Tokens[a + i].Word != _document.Tokens[b + i].Word)
                return false;
        return true;
    }

    private void TakeFull(NameSpan span)
    {
        var name = new PersonName(span.Words, span.Nickname, span.Suffix, _lists);
        var person = _people.WithName(name) ?? _people.Compatible(name);
        if (person is null)
        {
            if (_people.IsFull)
                return;
            person = new KnownPerson
            {
                Name = name,
                Display = TextOf(span),
                Surname = name.Surname,
                Gender = Genders.OfGivenName(_lists.Of(name.GivenName)),
                Naming = span,
                NamingRule = "full name",
            };
            _people.Add(person, span);
        }
        else
        {
            if (name.Weight > person.Name!.Weight)
            {
                person.Name = name;
                person.Display = TextOf(span);
                person.Surname = name.Surname;
                person.Naming = span;
            }
            _people.AddVariant(person, name, span);
        }
        Learn(person, span);
        Add(person, span, "full name");
    }

    /// <summary>A name in a headline is somebody when the ordinary text names them too, or when it looks like a name by its words.</summary>
    private void TakeHeadline(NameSpan span)
    {
        var name = new PersonName(span.Words, span.Nickname, span.Suffix, _lists);
        if ((_people.WithName(name) ?? _people.Compatible(name)) is { } person)
            Add(person, span, "full name");
        else if (!IsShouting(span.From) && span.Words.Count <= 3 && (_lists.Of(span.Words[0]) & WordKinds.AnyGiven) != WordKinds.None)
            TakeFull(span);
    }

    private void TakeTitled(NameSpan span)
    {
        if (_chooser.Choose(span, out var fit) is { } person)
        {
            Learn(person, span);
            Add(person, span, NameChooser.RuleOf(person, fit));
            return;
        }
        // Two that fit and no telling which: nobody, and no third person either.
        if (fit != NameFit.None || _people.IsFull || !CanStandForAPerson(span))
            return;
        person = new KnownPerson
        {
            Display = $"{span.Title.Addressed} {TextOf(span)}",
            Surname = TextOf(span),
            Title = span.Title.Addressed,
            Naming = span,
            NamingRule = "title before a surname",
        };
        _people.Add(person, span);
        Learn(person, span);
        Add(person, span, person.NamingRule);
    }

    private bool CanStandForAPerson(NameSpan span)
    {
        ref readonly var token = ref _document.Tokens[span.To - 1];
        // "King Street", "Bishop Hill": the title may itself be part of a name.
        const WordKinds Names = WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name;
        if ((token.Kinds & (WordKinds.Place | WordKinds.Organisation)) != WordKinds.None && (_lists.Of(span.Title.Addressed) & Names) != WordKinds.None)
            return false;
        return token.End - token.Start > 1 && token.Case is TokenCase.Capitalised or TokenCase.Mixed && (token.Kinds & (WordKinds.Geography | WordKinds.Calendar | WordKinds.AnyTitle)) == WordKinds.None;
    }

    private void TakeBare(NameSpan span)
    {
        if (_chooser.Choose(span, out var fit) is { } person)
            Add(person, span, NameChooser.RuleOf(person, fit));
        else if (span.To - span.From == 1)
            TakePair(span);
    }

    /// <summary>"Wren-Okafor" of the "Wren-Okafor talks", where both are people of the article.</summary>
    private void TakePair(NameSpan span)
    {
        var word = span.Words[0];
        var hyphen = word.IndexOfAny(['-', '‑']);
        if (hyphen <= 0 || hyphen == word.Length - 1)
            return;
        var left = _chooser.WithSurname(word[..hyphen]);
        var right = _chooser.WithSurname(word[(hyphen + 1)..]);
        if (left.Count == 1 && right.Count == 1 && left[0] != right[0])
            Add(left[0], span, "surname of a person named in full");
    }

    private void Learn(KnownPerson person, NameSpan span)
    {
        if (span.Title.Gender != Gender.Unknown)
            person.Gender = span.Title.Gender;
        person.IsRelation |= span.IsFull && span.Title.IsRelation;
        person.Office ??= span.Title.Office ?? (span.IsFull ? _offices.After(span.To, _document.BlockEnds[span.Block]) : null);
    }

    private void Add(KnownPerson person, NameSpan span, string rule) => Add(person, span.From, span.To, span.Block, rule);

    private void Add(KnownPerson person, int from, int to, int block, string rule)
    {
        for (var i = from; i < to; i++)
            _taken[i] = true;
        person.Places.Add((from, block));
        _found.Add(new FoundName(person, from, to, block, rule));
    }

    /// <summary>Names of the persons found, where the tagger saw none: the whole name, or the surname standing alone.</summary>
    private void TakeWhatTheTaggerPassedOver()
    {
        if (_people.Count == 0)
            return;
        var first = 0;
        for (var block = 0; block < _document.BlockEnds.Count; block++)
        {
            var end = _document.BlockEnds[block];
            for (var i = first; i < end; i++)
            {
                ref readonly var token = ref _document.Tokens[i];
                if (_taken[i] || !token.IsCapital)
                    continue;
                if (!TakeFullName(i, end, block) && StandsAlone(i, first, end) && _reader.Make(i, i + 1, block, first, end) is { } span)
                {
                    if (_chooser.Choose(span, out var fit) is { } person && fit == NameFit.Surname)
                        Add(person, span, NameChooser.RuleOf(person, fit));
                }
            }
            first = end;
        }
    }

    private bool TakeFullName(int i, int end, int block)
    {
        foreach (var person in _people.StartingWith(_document.Tokens[i].Word))
        {
            foreach (var (from, to) in person.Spellings)
            {
                var length = to - from;
                if (i + length > end || !SameWords(i, from, length) || _taken.AsSpan(i, length).Contains(true) || (i + length < end && Labels.ClassOf(_labels[i + length]) > 1 && !Labels.CanStart(_labels[i + length])))
                    continue;
                Add(person, i, i + length, block, "full name");
                return true;
            }
        }
        return false;
    }

    /// <summary>No other capitalised word joins it to a longer name.</summary>
    private bool StandsAlone(int i, int first, int end)
    {
        var nameClass = Labels.ClassOf(_labels[i]);
        var inLongerThing = nameClass > 1 && ((i + 1 < end && Labels.ClassOf(_labels[i + 1]) == nameClass && !Labels.CanStart(_labels[i + 1])) || !Labels.CanStart(_labels[i]));
        if (inLongerThing || _document.Tokens[i].Case == TokenCase.Initial)
            return false;
        if ((_document.Tokens[i].Flags & (TokenisedText.Shouting | TokenisedText.Headline)) != 0)
            return true;
        if (i + 1 < end && _document.Tokens[i + 1].IsCapital)
            return false;
        return i == first || !_document.Tokens[i - 1].IsCapital || (_document.Tokens[i - 1].Kinds & WordKinds.AnyTitle) != WordKinds.None || (_document.Tokens[i - 1].Flags & TokenisedText.SentenceStart) != 0;
    }

    private string TextOf(NameSpan span) => _document.Text[_document.Tokens[span.From].Start.._document.Tokens[span.To - 1].End];
}
