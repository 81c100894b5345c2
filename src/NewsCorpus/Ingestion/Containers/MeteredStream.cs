namespace NewsCorpus.Ingestion.Containers;

/// <summary>Reads another stream and charges every byte to the budget.</summary>
/// <param name="packed">How many packed bytes have been taken so far; null where the bytes are not packed.</param>
internal sealed class MeteredStream(Stream inner, ExpansionBudget budget, Func<long>? packed) : ReadOnlyStream
{
    private long own;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        own += count;
        budget.Charge(count, own, packed?.Invoke());
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Counts what is read from another stream, and gives back first what was read ahead of it. Leaves the other stream open.</summary>
internal sealed class CountingStream(Stream inner, ReadOnlyMemory<byte> ahead = default) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> ahead = ahead;

    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (ahead.Length > 0)
        {
            count = Math.Min(buffer.Length, ahead.Length);
            ahead.Span[..count].CopyTo(buffer);
            ahead = ahead[count..];
        }
        else
        {
            count = inner.Read(buffer);
        }
        Count += count;
        return count;
    }
}

/// <summary>A stream that can only be read on.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
