using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class ModelFileTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var rows = new sbyte[3 * Labels.Count];
        (rows[1], rows[20], rows[46]) = (-127, 5, 127);
        var transitions = new short[Labels.Count * Labels.Count];
        transitions[17] = -300;
        using var stream = new MemoryStream();
        ModelFile.Write(stream, new ChainModel([7, 1000, uint.MaxValue], rows, transitions));
        stream.Position = 0;
        var read = Assert.Single(ModelFile.Read(stream));
        Assert.Equal([7, 1000, uint.MaxValue], read.Keys);
        Assert.Equal(rows, read.Rows);
        Assert.Equal(transitions, read.Transitions);
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

    [Fact]
    public void The_best_sequence_obeys_the_order_of_labels()
    {
        // The scores alone would ask for an inside without a begin.
        var model = new ChainModel([], [], new short[Labels.Count * Labels.Count]);
        var scores = new short[2 * Labels.Count];
        scores[Labels.PersonInside] = 50;
        scores[Labels.PersonBegin] = 40;
        scores[Labels.Count + Labels.PersonEnd] = 60;
        var labels = new byte[2];
        model.Decode(scores, labels, new byte[2 * Labels.Count]);
        Assert.Equal([Labels.PersonBegin, Labels.PersonEnd], labels.Select(l => (int)l));
    }
}
