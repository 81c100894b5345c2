using System.IO.MemoryMappedFiles;
using Lucene.Net.Store;

namespace NewsCorpus.Search.Index;

/// <summary>
/// Files of the index as memory that the operating system reads in: Lucene.Net's own mapped directory keeps a weak list of every place that reads, hundreds a search, which made a collection of the youngest
/// garbage take twenty milliseconds instead of one. Here a file is unmapped when the reader that opened it is closed; whoever reads holds a lease on that (<see cref="IndexLease"/>).
/// </summary>
internal sealed class MappedDirectory(string folder) : FSDirectory(new DirectoryInfo(folder))
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new MappedInput(name, new MappedFile(Path.Combine(Directory.FullName, name)));
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(new MappedInput(name, new MappedFile(Path.Combine(Directory.FullName, name))));
    }

    private sealed class Slicer(MappedInput file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => file.Slice(sliceDescription, offset, length);

        [Obsolete("Of the base class.")]
        public override IndexInput OpenFullSlice() => file.Slice("all", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }
}

/// <summary>A whole file as memory.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be mapped.</exception>
    public MappedFile(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(handle);
        // Nothing cannot be mapped.
        if (Length == 0)
            return;
        _file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        Start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    public long Length { get; }

    /// <summary>The first byte; null after the file was unmapped.</summary>
    public byte* Start { get; private set; }

    public void Dispose()
    {
        Start = null;
        _view?.Dispose();
        _file?.Dispose();
    }
}

/// <summary>Reads a mapped file or a stretch of it. Clones and slices share the mapping, which ends with the one that was opened. Each is for one thread.</summary>
internal sealed unsafe class MappedInput : IndexInput
{
    private readonly MappedFile _file;
    private readonly long _from;
    private readonly long _length;

    /// <summary>Whether closing this one unmaps the file.</summary>
    private bool _isOwner;
    private byte* _start;
    private long _position;

    public MappedInput(string description, MappedFile file)
        : this(description, file, 0, file.Length) => _isOwner = true;

    private MappedInput(string description, MappedFile file, long from, long length)
        : base(description)
    {
        (_file, _from, _length) = (file, from, length);
        _start = file.Start + from;
    }

    public override long Length => _length;

    public override long Position => _position;

    /// <summary>Another reader of a stretch.</summary>
    /// <exception cref="EndOfStreamException">The stretch does not lie within this one.</exception>
    public MappedInput Slice(string description, long offset, long length)
    {
        EnsureMapped();
        if (offset < 0 || length < 0 || offset > _length - length)
            throw PastEnd();
        return new MappedInput($"{this} [{description}]", _file, _from + offset, length);
    }

    public override object Clone()
    {
        EnsureMapped();
        var clone = (MappedInput)base.Clone();
        clone._isOwner = false;
        return clone;
    }

    public override void Seek(long pos)
    {
        EnsureMapped();
        if (pos < 0 || pos > _length)
            throw PastEnd();
        _position = pos;
    }

    public override byte ReadByte()
    {
        if (_position >= _length)
            throw PastEnd();
        return _start[_position++];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        var to = b.AsSpan(offset, len);
        if (_length - _position < len)
            throw PastEnd();
        new ReadOnlySpan<byte>(_start + _position, len).CopyTo(to);
        _position += len;
    }

    public override int ReadVInt32()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
                return value;
            if (shift >= 28)
                throw new IOException($"a number that is too long at {_position} of {this}");
        }
    }

    public override long ReadVInt64()
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7FL) << shift;
            if (b < 0x80)
                return value;
            if (shift >= 56)
                throw new IOException($"a number that is too long at {_position} of {this}");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || !_isOwner)
            return;
        _start = null;
        _file.Dispose();
    }

    private void EnsureMapped() => ObjectDisposedException.ThrowIf(_file.Start == null && _file.Length > 0, this);

    private EndOfStreamException PastEnd() => new($"past the end of {this}: {_position} of {_length} bytes");
}
