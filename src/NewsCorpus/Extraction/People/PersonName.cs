using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>How a bare name fits a full one, best last.</summary>
internal enum NameFit
{
    None = 0,

    /// <summary>The given name or the nickname.</summary>
    Given,

    /// <summary>A word after the given name that is not what later mentions usually take, as the first of two Spanish surnames.</summary>
    Inner,
    Surname,
}

/// <summary>The parts of a name of two words or more, folded for comparing.</summary>
internal sealed class PersonName
{
    private static readonly Dictionary<string, string> _shortForms = ReadShortForms();

    private static readonly SearchValues<char> _vowels = SearchValues.Create("aeiouy");

    private readonly string[] _keys;
    private readonly string? _nickname;
    private readonly int _surnameStart;
    private readonly int _surnameEnd;

    /// <param name="words">The words as they stand, in order, without titles, quoted nickname and suffix.</param>
    /// <param name="nickname">A nickname in quotation marks, or null.</param>
    /// <param name="suffix">"Jr.", "III" and the like, or null.</param>
    /// <param name="lists">Particles and surnames of cultures that put them first.</param>
    public PersonName(IReadOnlyList<string> words, string? nickname, string? suffix, WordLists lists)
    {
        Words = words;
        _keys = [.. words.Select(Key)];
        _nickname = nickname is null ? null : Key(nickname);
        Suffix = suffix is null ? null : NameKey.Of(suffix);
        (_surnameStart, _surnameEnd) = SurnameRange(words, lists);
    }

    public IReadOnlyList<string> Words { get; }

    public string? Suffix { get; }

    public int Weight => Words.Sum(w => w.TrimEnd('.').Length > 1 ? 3 : 1) + (Suffix is null ? 0 : 1);

    /// <summary>All words and the suffix, folded: equal for the same name in another spelling.</summary>
    public string Whole => string.Join(' ', _keys) + (Suffix is null ? "" : " / " + Suffix);

    /// <summary>Words under which a later mention may be looked up, the long form of a short given name among them.</summary>
    public IEnumerable<string> LookUpKeys => _keys.Append(LongForm(_keys[0])).Concat(_nickname is null ? [] : [_nickname]).Distinct(StringComparer.Ordinal);

    public string GivenName => Words[_surnameStart == 0 && _surnameEnd < Words.Count ? _surnameEnd : 0];

    /// <summary>The part that later mentions use.</summary>
    public string Surname => string.Join(' ', Words.Skip(_surnameStart).Take(_surnameEnd - _surnameStart));

    /// <summary>A word folded as <see cref="NameKey"/> does, hyphens and an Arabic article gone: "al-Karim" meets "Karim".</summary>
    public static string Key(string word)
    {
        var key = NameKey.Of(word);
        return key.Length > 5 && (key.StartsWith("al ", StringComparison.Ordinal) || key.StartsWith("el ", StringComparison.Ordinal)) ? key[3..] : key;
    }

    /// <param name="keys">The words of the bare name, folded by <see cref="Key"/>.</param>
    public NameFit Fit(string[] keys)
    {
        if (Matches(keys, _surnameStart, _surnameEnd) || (keys.Length == 1 && _surnameEnd > _surnameStart && keys[0] == _keys[_surnameEnd - 1]))
            return NameFit.Surname;
        for (var i = 1; i + keys.Length <= _keys.Length; i++)
            if (keys[0].Length > 1 && Matches(keys, i, i + keys.Length))
                return NameFit.Inner;
        if (keys.Length == 1 && (keys[0] == _keys[0] || keys[0] == _nickname || keys[0] == Key(GivenName) || SameGiven(keys[0], _keys[0])))
            return NameFit.Given;
        return NameFit.None;
    }

    /// <summary>Whether both may be the same person's name: the same words, or one with initials, middle names, short given name or second surname where the other has not.</summary>
    public bool IsCompatible(PersonName other)
    {
        if (Suffix != other.Suffix)
            return false;
        if (_keys.SequenceEqual(other._keys))
            return true;
        var (shorter, longer) = _keys.Length <= other._keys.Length ? (_keys, other._keys) : (other._keys, _keys);
        if (longer.AsSpan().StartsWith(shorter) && shorter[^1].Length > 1)
            return true;
        if (shorter.Length == 2 && longer.Length == 2 && shorter[0] == longer[1] && shorter[1] == longer[0])
            return true;
        if (shorter[^1] != longer[^1] || !(shorter[0] == longer[0] || Abbreviates(shorter[0], longer[0]) || SameGiven(shorter[0], longer[0])))
            return false;
        var at = 1;
        foreach (var middle in shorter.AsSpan(1, shorter.Length - 2))
        {
            while (at < longer.Length - 1 && middle != longer[at] && !Abbreviates(middle, longer[at]))
                at++;
            if (at++ >= longer.Length - 1)
                return false;
        }
        return true;
    }

    private bool Matches(string[] keys, int from, int to) => to - from == keys.Length && _keys.AsSpan(from, keys.Length).SequenceEqual(keys);

    /// <summary>"j" for "john", "jd" for "james david", either way round.</summary>
    private static bool Abbreviates(string a, string b) => a.Length > 0 && b.Length > 0 && a[0] == b[0] && (IsInitials(a) || IsInitials(b));

    private static bool IsInitials(string key) => key.Length == 1 || (key.Length == 2 && !key.AsSpan().ContainsAny(_vowels));

    /// <summary>"robert" for "bob"; the key itself where it is no short form.</summary>
    public static string LongForm(string key) => _shortForms.GetValueOrDefault(key, key);

    private static bool SameGiven(string a, string b) => LongForm(a) == LongForm(b);

    private static (int Start, int End) SurnameRange(IReadOnlyList<string> words, WordLists lists)
    {
        var last = words.Count - 1;
        if (words.Count is 2 or 3 && IsFamilyFirst(words, lists))
            return (0, 1);
        var start = last;
        while (start > 1 && (lists.Of(words[start - 1]) & WordKinds.Particle) != WordKinds.None && !words[start - 1].EndsWith('.') && (char.IsLower(words[start - 1][0]) || words[start - 1].Length > 1))
            start--;
        // "Ortega y Gasset": the particle joins two surnames.
        if (start > 1 && words[start] is "y" or "e")
            start--;
        return (start, last + 1);
    }

    private static bool IsFamilyFirst(IReadOnlyList<string> words, WordLists lists)
    {
        if ((lists.Of(words[0]) & WordKinds.FamilyFirst) == WordKinds.None)
            return false;
        var second = lists.Of(words[1]);
        var hyphen = words[1].IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0)
            return hyphen + 1 < words[1].Length && (char.IsLower(words[1][hyphen + 1]) || words[1].Length <= 10);
        if (words.Count == 3)
            return words[1].Length <= 5 && words[2].Length <= 5 && (lists.Of(words[2]) & (WordKinds.Male | WordKinds.Female)) == WordKinds.None;
        return (second & (WordKinds.FamilyFirst | WordKinds.Surname)) == WordKinds.None && IsPinyin(words[1]);
    }

    private static readonly SearchValues<char> PinyinVowels = SearchValues.Create("aeiouü");

    /// <summary>Written as a Chinese given name may be: every syllable ends in a vowel, n, ng or r.</summary>
    private static bool IsPinyin(string word)
    {
        var key = word.ToLowerInvariant();
        for (var i = 0; i < key.Length;)
        {
            var vowel = key.AsSpan(i).IndexOfAny(PinyinVowels);
            if (vowel < 0 || vowel > 2 || (vowel == 2 && key.AsSpan(i, 2) is not ("zh" or "ch" or "sh")))
                return false;
            i += vowel;
            while (i < key.Length && PinyinVowels.Contains(key[i]))
                i++;
            var coda = i < key.Length && key[i] == 'n' ? (i + 1 < key.Length && key[i + 1] == 'g' ? 2 : 1) : i == key.Length - 1 && key[i] == 'r' ? 1 : 0;
            if (coda == 0 && i == key.Length - 1)
                return false;
            // "na" in "Xina": the n opens the next syllable.
            if (coda > 0 && i + coda < key.Length && PinyinVowels.Contains(key[i + coda]))
                coda--;
            i += coda;
        }
        return true;
    }

    private static Dictionary<string, string> ReadShortForms()
    {
        const string Forms =
            "abigail abby;albert al bert;alexander alex sandy;alexandra alex;andrew andy drew;anthony tony;benjamin ben;catherine cathy kate;charles charlie chuck;christopher chris;" +
            "daniel dan danny;david dave;deborah deb debbie;donald don donnie;edward ed eddie ted;elizabeth liz beth betsy;eugene gene;francis frank;frederick fred;gerald gerry jerry;" +
            "gregory greg;henry hank harry;jacob jake;james jim jimmy;jennifer jen jenny;jeffrey jeff;joseph joe joey;john jack johnny;jonathan jon;joshua josh;katherine kathy kate;kenneth ken;kimberly kim;" +
            "lawrence larry;leonard len lenny;margaret maggie meg peggy;matthew matt;michael mike mick;nathaniel nate;nicholas nick;patricia pat patty;patrick pat paddy;peter pete;" +
            "philip phil;raymond ray;rebecca becky;richard rick dick rich;robert bob bobby rob;ronald ron;samuel sam;samantha sam;stephen steve;steven steve;susan sue;terence terry;theodore ted teddy;" +
            "thomas tom tommy;timothy tim;vincent vince;walter walt;william bill billy will;zachary zach";
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Forms.Split(';'))
        {
            var words = line.Split(' ');
            foreach (var word in words.AsSpan(1))
                forms.TryAdd(word, words[0]);
        }
        return forms;
    }
}
