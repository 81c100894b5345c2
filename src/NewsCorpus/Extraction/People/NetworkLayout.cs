using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Which tokens of a document the network reads and how they hang together: the tokens that may be in names, in order and numbered from 0, the stretches
/// and runs of capitals they form, and for each the other places of the same word.
/// </summary>
internal sealed class NetworkLayout
{
    private readonly Dictionary<uint, int> _groups = [];

    public NetworkLayout(TokenisedText document)
    {
        var tokens = document.Tokens;
        foreach (var stretch in PersonTagger.Stretches(document))
        {
            var start = Tokens.Count;
            for (var i = stretch.From; i < stretch.To; i++)
            {
                Tokens.Add(new Place(i, stretch.First, stretch.End));
                Opens.Add(i == stretch.From);
                Groups.Add(tokens[i].IsCapital ? GroupOf(tokens[i].Word) : -1);
            }
            Stretches.Add((start, Tokens.Count));
        }
        var small = new HashSet<uint>();
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Case == TokenCase.Lower && _groups.ContainsKey(tokens[i].Word))
                small.Add(tokens[i].Word);
        Marks = new byte[Tokens.Count];
        for (var n = 0; n < Marks.Length; n++)
        {
            ref readonly var token = ref tokens[Tokens[n].Token];
            const int Kept = TokenisedText.SentenceStart | TokenisedText.AfterQuote | TokenisedText.Shouting | TokenisedText.Headline;
            Marks[n] = (byte)(((token.Flags & Kept) >> 1) + (small.Contains(token.Word) ? 16 : 0));
        }

        int GroupOf(uint word)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, word, out var known);
            if (!known)
            {
                group = Sizes.Count;
                Sizes.Add(0);
            }
            Sizes[group]++;
            return group;
        }
    }

    /// <param name="Token">Index in the document.</param>
    /// <param name="First">First token of its block.</param>
    /// <param name="End">Token past its block.</param>
    public readonly record struct Place(int Token, int First, int End);

    public List<Place> Tokens { get; } = [];

    /// <summary>Whether each token is the first of its stretch.</summary>
    public List<bool> Opens { get; } = [];

    /// <summary>Stretches that are decoded as one, as numbers of tokens from and up to.</summary>
    public List<(int From, int To)> Stretches { get; } = [];

    /// <summary>The word of each token, numbered from 0; -1 for marks and small words.</summary>
    public List<int> Groups { get; } = [];

    /// <summary>Places of each word.</summary>
    public List<int> Sizes { get; } = [];

    /// <summary>Sentence start, after a quotation mark, kind of block, and whether the word stands in small letters elsewhere: five bits.</summary>
    public byte[] Marks { get; }

    /// <summary>Row of <see cref="NetworkWeights.RepeatBias"/>: how often the word stands elsewhere in the document.</summary>
    public int Repeats(int n) => Groups[n] < 0 ? 0 : Math.Min(Sizes[Groups[n]], NetworkWeights.Repeats) - 1;

    /// <summary>Row of <see cref="NetworkWeights.Places"/> for where the token is in its run of capitals.</summary>
    public static int RunPlace(in TokenInfo token, int i) =>
        (Math.Min(token.RunEnd - token.RunStart + 1, 6) * 16) + (Math.Min(i - token.RunStart, 3) * 4) + Math.Min(token.RunEnd - i, 3);

    /// <summary>Token index of each word that the network looks at around the run: -1 before the block, -2 after it.</summary>
    public static void AroundRun(in TokenInfo token, in Place place, Span<int> around)
    {
        around[0] = Inside(token.RunStart - 1, place);
        around[1] = Inside(token.RunStart - 2, place);
        around[2] = Inside(token.RunEnd + 1, place);
        around[3] = Inside(token.RunEnd + 2, place);
        around[4] = token.RunStart;
        around[5] = token.RunEnd;
    }

    public static int Inside(int token, in Place place) => token < place.First ? -1 : token >= place.End ? -2 : token;
}
