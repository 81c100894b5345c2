using Lucene.Net.Store;
using NewsCorpus.Search.Index;
using Xunit;

namespace NewsCorpus.Tests.Search.Index;

public sealed class MappedDirectoryTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("newscorpus-mapped-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_what_was_written()
    {
        using var directory = Write("numbers", output =>
        {
            output.WriteByte(7);
            output.WriteInt32(-5);
            output.WriteInt64(long.MaxValue);
            output.WriteVInt32(0);
            output.WriteVInt32(127);
            output.WriteVInt32(128);
            output.WriteVInt32(-1);
            output.WriteVInt64(long.MaxValue);
            output.WriteString("Wörter");
            output.WriteBytes([1, 2, 3], 3);
        });
        using var input = directory.OpenInput("numbers", IOContext.READ);
        Assert.Equal(7, input.ReadByte());
        Assert.Equal(-5, input.ReadInt32());
        Assert.Equal(long.MaxValue, input.ReadInt64());
        Assert.Equal([0, 127, 128, -1], [input.ReadVInt32(), input.ReadVInt32(), input.ReadVInt32(), input.ReadVInt32()]);
        Assert.Equal(long.MaxValue, input.ReadVInt64());
        Assert.Equal("Wörter", input.ReadString());
        var bytes = new byte[5];
        input.ReadBytes(bytes, 1, 3);
        Assert.Equal([0, 1, 2, 3, 0], bytes);
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void A_clone_and_a_slice_have_places_of_their_own()
    {
        using var directory = Write("bytes", output => output.WriteBytes([.. Enumerable.Range(0, 100).Select(n => (byte)n)], 100));
        using var input = directory.OpenInput("bytes", IOContext.READ);
        input.Seek(10);
        var clone = (IndexInput)input.Clone();
        Assert.Equal(10, clone.ReadByte());
        Assert.Equal(10, input.Position);
        using var slicer = directory.CreateSlicer("bytes", IOContext.READ);
        var slice = slicer.OpenSlice("the middle", 40, 20);
        Assert.Equal(20, slice.Length);
        slice.Seek(19);
        Assert.Equal(59, slice.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("beyond", 90, 11));
        // A clone's end ends nothing.
        clone.Dispose();
        Assert.Equal(10, input.ReadByte());
    }

    [Fact]
    public void What_lies_beyond_the_end_is_not_read()
    {
        using var directory = Write("short", output => output.WriteBytes([0x80, 0x80], 2));
        using var input = directory.OpenInput("short", IOContext.READ);
        Assert.Throws<EndOfStreamException>(() => input.ReadVInt32());
        input.Seek(0);
        Assert.Throws<EndOfStreamException>(() => input.ReadInt32());
        Assert.Throws<EndOfStreamException>(() => input.ReadBytes(new byte[3], 0, 3));
        Assert.Throws<EndOfStreamException>(() => input.Seek(3));
    }

    [Fact]
    public void An_empty_file_is_one_without_bytes()
    {
        using var directory = Write("empty", _ => { });
        using var input = directory.OpenInput("empty", IOContext.READ);
        Assert.Equal(0, input.Length);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
    }

    [Fact]
    public void A_number_without_end_is_damage()
    {
        using var directory = Write("endless", output => output.WriteBytes([.. Enumerable.Repeat((byte)0xFF, 20)], 20));
        using var input = directory.OpenInput("endless", IOContext.READ);
        Assert.Throws<IOException>(() => input.ReadVInt32());
        input.Seek(0);
        Assert.Throws<IOException>(() => input.ReadVInt64());
    }

    [Fact]
    public void After_its_end_nobody_begins_to_read()
    {
        using var directory = Write("closed", output => output.WriteInt32(1));
        var input = directory.OpenInput("closed", IOContext.READ);
        input.Dispose();
        Assert.Throws<ObjectDisposedException>(() => input.Clone());
        Assert.Throws<ObjectDisposedException>(() => input.Seek(0));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var directory = new MappedDirectory(_folder);
        Assert.Contains("nowhere", Assert.Throws<FileNotFoundException>(() => directory.OpenInput("nowhere", IOContext.READ)).Message, StringComparison.Ordinal);
    }

    private MappedDirectory Write(string name, Action<IndexOutput> write)
    {
        var directory = new MappedDirectory(_folder);
        using var output = directory.CreateOutput(name, IOContext.DEFAULT);
        write(output);
        return directory;
    }
}
