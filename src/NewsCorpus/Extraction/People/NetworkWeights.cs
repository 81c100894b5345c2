namespace NewsCorpus.Extraction.People;

/// <summary>The weights of <see cref="NameNetwork"/>: rows for words and forms, and the matrices above them, all row after row.</summary>
internal sealed class NetworkWeights
{
    /// <summary>Length of a word's vector: half from what word it is, half from how it is formed.</summary>
    public const int RowWidth = 48;
    public const int WordWidth = RowWidth;
    public const int FormWidth = RowWidth;
    public const int Width = WordWidth + FormWidth;

    /// <summary>Words looked at around a token, and around the run of capitals it is in.</summary>
    public const int Near = 7;
    public const int OfRun = 6;

    public const int Hidden = 128;
    public const int Upper = 96;

    /// <summary>Rows of <see cref="Places"/>: length of the run, place in it; then marks of the sentence and the block.</summary>
    public const int RunPlaces = 7 * 16;
    public const int AllPlaces = RunPlaces + 32;

    /// <summary>What the upper layer sees: the token before, the token, the one after, then the mean over the other places of the word in the document and the maximum over all.</summary>
    public const int Views = 5;

    /// <summary>How often the word stands elsewhere in the document: never, once, twice, more.</summary>
    public const int Repeats = 4;

    public const int UnknownWord = 0;
    public const int UnknownSpelling = 1;

    /// <summary>Keys of the rows; those of unknown words and spellings are nobody's.</summary>
    public required uint[] WordKeys { get; init; }

    public required float[] Words { get; init; }

    public required uint[] FormKeys { get; init; }

    public required float[] Forms { get; init; }

    public float[] NearLayer { get; init; } = new float[Near * Width * Hidden];

    public float[] RunLayer { get; init; } = new float[OfRun * Width * Hidden];

    public float[] Places { get; init; } = new float[AllPlaces * Hidden];

    public float[] UpperLayer { get; init; } = new float[Views * Hidden * Upper];

    public float[] RepeatBias { get; init; } = new float[Repeats * Upper];

    public float[] Output { get; init; } = new float[Upper * Labels.Count];

    public float[] OutputBias { get; init; } = new float[Labels.Count];

    public float[] Transitions { get; init; } = new float[Labels.Count * Labels.Count];

    /// <summary>All but the tables of rows, in the order of the model file.</summary>
    public IEnumerable<float[]> Layers => [NearLayer, RunLayer, Places, UpperLayer, RepeatBias, Output, OutputBias, Transitions];
}
