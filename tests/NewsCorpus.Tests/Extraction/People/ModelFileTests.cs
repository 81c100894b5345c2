using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class ModelFileTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var written = new NetworkWeights
        {
            WordKeys = [NetworkWeights.UnknownWord, NetworkWeights.UnknownSpelling, uint.MaxValue, 77],
            Words = new float[4 * NetworkWeights.RowWidth],
            FormKeys = [5],
            Forms = new float[NetworkWeights.RowWidth],
        };
        written.Words[2 * NetworkWeights.RowWidth] = 1.27f;
        written.Words[(2 * NetworkWeights.RowWidth) + 1] = -0.64f;
        written.Forms[^1] = 2f;
        written.NearLayer[3] = 0.5f;
        written.Transitions[^1] = -8f;
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [written]);
        stream.Position = 0;
        var read = Assert.Single(ModelFile.Read(stream));
        Assert.Equal(written.WordKeys, read.WordKeys);
        Assert.Equal(written.FormKeys, read.FormKeys);
        AssertClose(written.Words, read.Words);
        AssertClose(written.Forms, read.Forms);
        Assert.All(written.Layers.Zip(read.Layers), pair => Assert.Equal(pair.First, pair.Second));

        static void AssertClose(float[] expected, float[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 0.01f));
        }
    }

    [Fact]
    public void Refuses_another_file()
    {
        using var stream = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write("not a model at all"u8);
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => ModelFile.Read(stream));
    }
}
