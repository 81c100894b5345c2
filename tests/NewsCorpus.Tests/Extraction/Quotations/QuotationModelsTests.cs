using NewsCorpus.Extraction.Quotations;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Quotations;

public class QuotationModelsTests
{
    [Fact]
    public void Rounds_weights_to_bytes_and_reads_them_back()
    {
        var features = new FeatureList();
        features.Add(1, FeatureList.Hash("said"));
        var weights = new float[1 << FeatureList.Bits];
        weights[features.Places[0]] = -2f;
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            LinearModel.Write(writer, weights, 0.25f);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal(-1.75, LinearModel.Read(reader).Score(features), 0.02);
    }

    [Fact]
    public void Carries_its_weights_in_the_assembly() => Assert.NotNull(QuotationModels.Embedded.Speech);

    [Fact]
    public void Gives_one_hash_to_both_apostrophes() => Assert.Equal(FeatureList.Hash("didn't"), FeatureList.Hash("Didn’t"));
}
