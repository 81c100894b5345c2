using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The vectors that a document's names are read by, each spelling once, and where each token of the layout finds its own.</summary>
internal sealed class NetworkInput
{
    private const int W = NetworkWeights.Width;
    private const int PerToken = NetworkWeights.Near + NetworkWeights.OfRun;

    /// <summary>Small words are taken for unknown ones this much more seldom.</summary>
    private const float SmallWords = 0.4f;

    private readonly VectorTables _tables;
    private readonly List<VectorTables.Parts> _parts = [];
    private readonly int[] _numbers;

    /// <param name="unknown">Share of the words that are taken for unknown ones.</param>
    /// <param name="formless">Share of the forms that are left out.</param>
    public NetworkInput(TokenisedText text, NetworkLayout layout, VectorTables tables, Random random, float unknown, float formless)
    {
        _tables = tables;
        _numbers = new int[layout.Tokens.Count * PerToken];
        var spellings = new Dictionary<ulong, int>();
        Span<int> around = stackalloc int[NetworkWeights.OfRun];
        var at = 0;
        foreach (var place in layout.Tokens)
        {
            for (var k = 0; k < NetworkWeights.Near; k++)
                _numbers[at++] = Number(NetworkLayout.Inside(place.Token + k - (NetworkWeights.Near / 2), place));
            NetworkLayout.AroundRun(text.Tokens[place.Token], place, around);
            foreach (var token in around)
                _numbers[at++] = Number(token);
        }

        int Number(int token)
        {
            var spelling = token < 0 ? (ulong)-token : NetworkFeatures.Spelling(text.Tokens[token]);
            if (!spellings.TryGetValue(spelling, out var number))
            {
                number = _parts.Count;
                spellings.Add(spelling, number);
                _parts.Add(token < 0 ? tables.Edge(token == -1) : Thin(text.Tokens[token]));
            }
            return number;
        }

        VectorTables.Parts Thin(in TokenInfo token)
        {
            var parts = tables.Of(token);
            var asUnknown = token.Case != TokenCase.Mark && random.NextSingle() < (token.Case == TokenCase.Lower ? unknown * SmallWords : unknown);
            return new VectorTables.Parts(
                asUnknown ? [NetworkWeights.UnknownWord, NetworkWeights.UnknownSpelling] : parts.Words,
                Array.FindAll(parts.Forms, _ => random.NextSingle() >= formless));
        }
    }

    /// <summary>One row a token: the words near it, then those around its run.</summary>
    public float[] Vectors()
    {
        var vectors = new float[_parts.Count * W];
        for (var p = 0; p < _parts.Count; p++)
            _tables.AddTo(Rows.Of(vectors, p, W), _parts[p]);
        var input = new float[_numbers.Length * W];
        for (var i = 0; i < _numbers.Length; i++)
            Rows.Of(vectors, _numbers[i], W).CopyTo(input.AsSpan(i * W));
        return input;
    }

    /// <summary>Brings the gradients of both parts of the rows back to the tables.</summary>
    public void Backward(float[] near, float[] ofRun)
    {
        var vectors = new float[_parts.Count * W];
        for (var i = 0; i < _numbers.Length; i++)
        {
            var (token, k) = (i / PerToken, i % PerToken);
            Rows.Add(Rows.Of(vectors, _numbers[i], W), k < NetworkWeights.Near ? Rows.Of(near, (token * NetworkWeights.Near) + k, W) : Rows.Of(ofRun, (token * NetworkWeights.OfRun) + k - NetworkWeights.Near, W));
        }
        for (var p = 0; p < _parts.Count; p++)
            _tables.Gather(_parts[p], Rows.Of(vectors, p, W));
    }
}
