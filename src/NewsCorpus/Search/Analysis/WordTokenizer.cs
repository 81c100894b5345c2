using System.Globalization;
using System.Text;

namespace NewsCorpus.Search.Analysis;

/// <summary>How a word is capitalised.</summary>
internal enum WordCase
{
    /// <summary>No capital letter.</summary>
    Lower = 0,

    /// <summary>Some capitals, among them a lone capital letter.</summary>
    Mixed = 1,

    /// <summary>Two letters or more, all of them capitals: "ICE", "U.S.".</summary>
    Capitals = 2,
}

/// <summary>
/// Cuts news text into words and folds them: the one definition of a word for the index, the query and the snippet. Forward only, no look-back, linear in the text.
/// <list type="bullet">
/// <item>Letters and digits make words; hyphens, slashes and dots part them ("U.S.-led" is two words, "example.com" is two).</item>
/// <item>Apostrophes of any shape vanish ("O’Brien" is "obrien"); the English possessive is cut off ("mayor's" is "mayor").</item>
/// <item>Single letters with dots are an initialism ("U.S." is "us", and <see cref="IsDotted"/>).</item>
/// <item>Thousands commas vanish, a decimal point stays ("1,500.5" is "1500.5"); "R&amp;D" is one word.</item>
/// <item>Soft hyphens and zero-width characters vanish; Chinese characters and Japanese syllables are words of one character.</item>
/// </list>
/// </summary>
internal sealed class WordTokenizer
{
    /// <summary>Characters of a folded word that count; what follows is passed over.</summary>
    public const int MaxLength = 100;

    private readonly char[] _buffer = new char[MaxLength];
    private string _text = "";
    private int _end;
    private int _next;
    private int _length;

    /// <summary>First UTF-16 offset of the word.</summary>
    public int Start { get; private set; }

    /// <summary>Offset just past the word, before a possessive ending.</summary>
    public int End { get; private set; }

    public WordCase Case { get; private set; }

    /// <summary>True for an initialism written with dots.</summary>
    public bool IsDotted { get; private set; }

    /// <summary>The folded word; valid until the next call.</summary>
    public ReadOnlySpan<char> Word => _buffer.AsSpan(0, _length);

    /// <summary>The folded word in the tokenizer's own buffer, for callers that need an array. Length: <see cref="Word"/>'s.</summary>
    public char[] Buffer => _buffer;

    public void Reset(string text) => Reset(text, 0, text.Length);

    public void Reset(string text, int start, int end)
    {
        _text = text;
        _next = start;
        _end = end;
    }

    /// <summary>Moves to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        var i = _next;
        while (i < _end && !IsWordStart(i))
            i++;
        if (i >= _end)
        {
            _next = _end;
            return false;
        }
        Start = i;
        _length = 0;
        IsDotted = false;
        if (TryInitialism(i))
            return true;
        if (IsIdeographAt(i, out var units))
        {
            for (var u = 0; u < units; u++)
                _length = CharacterFolding.Append(_text[i + u], _buffer, _length);
            Case = WordCase.Lower;
            End = _next = i + units;
            return true;
        }
        Scan(i);
        return true;
    }

    private void Scan(int i)
    {
        int letters = 0, capitals = 0;
        var digitsOnly = true;
        End = i;
        while (i < _end)
        {
            var c = _text[i];
            if (char.IsAsciiLetterLower(c))
            {
                if (_length < MaxLength)
                    _buffer[_length++] = c;
                letters++;
                digitsOnly = false;
                End = ++i;
            }
            else if (IsIgnorable(c))
            {
                i++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (IsIdeograph(c))
                    break;
                _length = CharacterFolding.Append(c, _buffer, _length);
                if (char.IsLetter(c))
                {
                    letters++;
                    digitsOnly = false;
                    if (char.IsUpper(c))
                        capitals++;
                }
                End = ++i;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < _end && char.IsSurrogatePair(c, _text[i + 1]) && Rune.IsLetterOrDigit(new Rune(c, _text[i + 1])))
            {
                if (IsIdeographAt(i, out _))
                    break;
                if (_length + 2 <= MaxLength)
                {
                    _buffer[_length++] = c;
                    _buffer[_length++] = _text[i + 1];
                }
                letters++;
                digitsOnly = false;
                End = i += 2;
            }
            else if (IsMark(c))
            {
                // A Latin accent that stands apart from its letter folds away; the vowel signs of other scripts belong to the word.
                if (c is < '\u0300' or > '\u036F' && _length < MaxLength)
                    _buffer[_length++] = c;
                End = ++i;
            }
            else if (IsApostrophe(c))
            {
                if (IsPossessive(i))
                {
                    i += 2;
                    break;
                }
                if (i + 1 >= _end || !char.IsLetter(_text[i + 1]) || !char.IsLetter(_text[i - 1]))
                    break;
                i++;
            }
            else if (IsJoiner(c, i, digitsOnly))
            {
                if (c != ',' && _length < MaxLength)
                    _buffer[_length++] = c;
                i++;
            }
            else
            {
                break;
            }
        }
        _next = Math.Max(i, End);
        Case = capitals == 0 ? WordCase.Lower : letters >= 2 && capitals == letters ? WordCase.Capitals : WordCase.Mixed;
    }

    /// <summary>"U.S.", "j.d", "a.m.": single letters parted by dots, two at least.</summary>
    private bool TryInitialism(int i)
    {
        var start = i;
        int letters = 0, capitals = 0;
        while (i < _end && char.IsLetter(_text[i]) && !IsIdeograph(_text[i]) && i + 1 < _end && _text[i + 1] == '.')
        {
            letters++;
            if (char.IsUpper(_text[i]))
                capitals++;
            i += 2;
        }
        // The last letter may go without its dot: "U.S" at the end of a word.
        if (letters > 0 && i < _end && char.IsLetter(_text[i]) && !IsIdeograph(_text[i]) && (i + 1 >= _end || !IsWordPart(_text[i + 1])))
        {
            letters++;
            if (char.IsUpper(_text[i]))
                capitals++;
            i++;
        }
        else if (i < _end && IsWordPart(_text[i]))
        {
            return false;
        }
        if (letters < 2)
            return false;
        for (var at = start; at < i; at++)
        {
            if (_text[at] != '.')
                _length = CharacterFolding.Append(_text[at], _buffer, _length);
        }
        IsDotted = true;
        Case = capitals == 0 ? WordCase.Lower : capitals == letters ? WordCase.Capitals : WordCase.Mixed;
        End = i;
        _next = i < _end && IsApostrophe(_text[i]) && IsPossessive(i) ? i + 2 : i;
        return true;
    }

    private bool IsJoiner(char c, int i, bool digitsOnly)
    {
        if (i + 1 >= _end || i == Start)
            return false;
        char before = _text[i - 1], after = _text[i + 1];
        return c switch
        {
            '&' => char.IsLetter(before) && char.IsLetter(after),
            '.' => digitsOnly && char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            ',' => digitsOnly && char.IsAsciiDigit(before) && i + 3 < _end && char.IsAsciiDigit(after) && char.IsAsciiDigit(_text[i + 2]) && char.IsAsciiDigit(_text[i + 3])
                && (i + 4 >= _end || !char.IsAsciiDigit(_text[i + 4])),
            _ => false,
        };
    }

    private bool IsPossessive(int apostrophe) =>
        apostrophe + 1 < _end && _text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= _end || !IsWordPart(_text[apostrophe + 2]));

    private bool IsWordStart(int i)
    {
        var c = _text[i];
        return char.IsLetterOrDigit(c)
            || char.IsHighSurrogate(c) && i + 1 < _end && char.IsSurrogatePair(c, _text[i + 1]) && Rune.IsLetterOrDigit(new Rune(c, _text[i + 1]));
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c) || IsIgnorable(c);

    private static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsIgnorable(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u2032' or '\uFF07' or '`' or '\u00B4';

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private bool IsIdeographAt(int i, out int units)
    {
        var c = _text[i];
        units = 1;
        if (!char.IsHighSurrogate(c))
            return IsIdeograph(c);
        units = 2;
        return i + 1 < _end && char.IsSurrogatePair(c, _text[i + 1]) && char.ConvertToUtf32(c, _text[i + 1]) is >= 0x20000 and <= 0x3FFFF;
    }
}
