namespace NewsCorpus.Extraction.Languages;

/// <summary>The first letters of a text as the model reads them: lower case, one space between words and around them, digits and marks left out.</summary>
internal ref struct LanguageSample
{
    /// <summary>A text in characters of East Asia is full of Latin names and terms; of a text in Latin letters so much is hardly ever in those characters.</summary>
    private const double EastAsianShare = 0.25;

    private readonly Span<char> buffer;
    private readonly Span<int> scripts;
    private int length;

    /// <param name="buffer">Holds the sample; its length is the limit.</param>
    /// <param name="scripts">Counts letters by <see cref="Script"/>; cleared here.</param>
    public LanguageSample(Span<char> buffer, Span<int> scripts)
    {
        this.buffer = buffer;
        this.scripts = scripts;
        scripts.Clear();
        buffer[0] = ' ';
        length = 1;
    }

    public readonly ReadOnlySpan<char> Text => buffer[..length];

    /// <summary>How many letters there are, those of East Asia counted thrice.</summary>
    public int Letters { get; private set; }

    public readonly bool IsFull => length >= buffer.Length - 1;

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsFull)
                break;
            if (c < 0x80)
            {
                if (char.IsAsciiLetter(c))
                    Append((char)(c | 0x20), Script.Latin);
                else if (c != '\'')
                    Part();
                continue;
            }
            var script = Scripts.Of(c);
            if (script != Script.None)
                Append(char.ToLowerInvariant(c), script);
            else if (!char.IsSurrogate(c) && c != '’')
                Part();
        }
        Part();
    }

    /// <summary>The script of most letters, or one of East Asia with <see cref="EastAsianShare"/> of them. A Japanese text has kana among its characters, a Chinese one none.</summary>
    public readonly Script MainScript()
    {
        var best = Script.None;
        for (var i = 1; i < scripts.Length; i++)
            if (scripts[i] > scripts[(int)best])
                best = (Script)i;
        for (var i = (int)Script.Hangul; i < scripts.Length; i++)
            if (scripts[i] >= EastAsianShare * Letters && (best < Script.Hangul || scripts[i] > scripts[(int)best]))
                best = (Script)i;
        return best == Script.Han && scripts[(int)Script.Kana] * 20 > scripts[(int)Script.Han] ? Script.Kana : best;
    }

    public readonly int Of(Script script) => script == Script.Kana ? scripts[(int)Script.Kana] + scripts[(int)Script.Han] : scripts[(int)script];

    private void Append(char c, Script script)
    {
        buffer[length++] = c;
        // A character of Chinese, Japanese or Korean stands for a syllable or a word.
        var weight = script >= Script.Hangul ? 3 : 1;
        scripts[(int)script] += weight;
        Letters += weight;
    }

    private void Part()
    {
        if (buffer[length - 1] != ' ' && length < buffer.Length)
            buffer[length++] = ' ';
    }
}
