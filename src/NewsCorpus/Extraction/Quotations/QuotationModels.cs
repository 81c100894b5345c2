using System.IO.Compression;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>The trained weights, read once from the embedded resource; see MODEL-CARD.md beside it.</summary>
internal sealed class QuotationModels
{
    private const string Resource = "NewsCorpus.Extraction.Quotations.quotations.model";

    private static readonly Lazy<QuotationModels> _embedded = new(() =>
    {
        using var stream = typeof(QuotationModels).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return Read(stream);
    });

    /// <summary>Order in the file.</summary>
    public static readonly string[] Names = ["speech", "speaker", "start", "end", "tail"];

    private QuotationModels(LinearModel[] models) => (Speech, Speaker, Start, End, Tail) = (models[0], models[1], models[2], models[3], models[4]);

    public static QuotationModels Embedded => _embedded.Value;

    /// <summary>Is a quoted span speech?</summary>
    public LinearModel Speech { get; }

    /// <summary>Which candidate names the speaker of a quotation?</summary>
    public LinearModel Speaker { get; }

    /// <summary>Does reported content begin at a word?</summary>
    public LinearModel Start { get; }

    /// <summary>Where does content that begins there end?</summary>
    public LinearModel End { get; }

    /// <summary>Does a comma part content from a cue that ends the sentence?</summary>
    public LinearModel Tail { get; }

    public static QuotationModels Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        return new QuotationModels([.. Names.Select(_ => LinearModel.Read(reader))]);
    }
}
