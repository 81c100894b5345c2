namespace NewsCorpus.Extraction.People;

/// <summary>How a token is written.</summary>
internal enum TokenCase : byte
{
    Mark = 0,
    Lower = 1,
    Capitalised = 2,
    Capitals = 3,

    /// <summary>A capital inside: "McKay", "iPhone", "O'Neill", "Hyde-Smith".</summary>
    Mixed = 4,

    /// <summary>"J." or "J.D.".</summary>
    Initial = 5,
    Digits = 6,

    /// <summary>Letters without case, as in Thai or Han script.</summary>
    Caseless = 7,
}

/// <summary>What the features of a token are made of, worked out once per document.</summary>
internal struct TokenInfo
{
    public int Start;
    public int End;
    public uint Word;
    public uint Prefix3;
    public uint Prefix2;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public uint Shape;
    public uint Folded;
    public WordKinds Kinds;
    public TokenCase Case;

    /// <summary>See <see cref="WordClusters"/>.</summary>
    public byte Cluster;

    /// <summary>Bits: 1 block start, 2 sentence start, 4 after an opening quotation mark, 8 in a block all or mostly of capitals, 16 in a headline-cased block, 32 no space before.</summary>
    public byte Flags;

    /// <summary>Whether the sequence model looks at the token; all others are outside any name.</summary>
    public bool Active;

    /// <summary>First and last token of the run of capitalised words and their connectives that the token is in.</summary>
    public int RunStart;
    public int RunEnd;

    public readonly bool IsCapital => Case is TokenCase.Capitalised or TokenCase.Capitals or TokenCase.Mixed or TokenCase.Initial;
}
