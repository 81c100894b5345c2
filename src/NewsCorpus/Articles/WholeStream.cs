namespace NewsCorpus.Articles;

/// <summary>Reads a packed stream, and ends in an error where its bytes end too soon or go on too long.</summary>
internal sealed class WholeStream(Stream inner, long length) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidOperationException e)
        {
            // What a Brotli stream throws where it is no Brotli.
            throw new InvalidDataException("it cannot be unpacked", e);
        }
        _read += read;
        if (_read > length || (read == 0 && buffer.Length > 0 && _read < length))
            throw new InvalidDataException($"it should have {length} bytes");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
