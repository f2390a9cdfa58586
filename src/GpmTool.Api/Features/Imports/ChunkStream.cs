using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Imports;

/// <summary>The package of an import, read from its pieces in the store; holds two pieces at a time.</summary>
internal sealed class ChunkStream(GpmDbContext context, Guid jobId, int chunkSize, long length) : Stream
{
    private readonly Queue<(int Number, byte[] Bytes)> _held = new();
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Opens the package of a job.</summary>
    public static async Task<ChunkStream> OpenAsync(GpmDbContext context, Guid jobId, CancellationToken cancellation)
    {
        var pieces = await context.ImportChunks.Where(chunk => chunk.JobId == jobId).OrderBy(chunk => chunk.Number).Select(chunk => chunk.Bytes.Length).ToListAsync(cancellation);
        return new ChunkStream(context, jobId, pieces.Count == 0 ? 1 : pieces[0], pieces.Sum(piece => (long)piece));
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty) return 0;
        var number = (int)(_position / chunkSize);
        var bytes = Held(number) ?? Hold(number, await Piece(number).SingleAsync(cancellationToken));
        return Copy(bytes, buffer.Span);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty) return 0;
        var number = (int)(_position / chunkSize);
        return Copy(Held(number) ?? Hold(number, Piece(number).Single()), buffer);
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private IQueryable<byte[]> Piece(int number) => context.ImportChunks.AsNoTracking().Where(chunk => chunk.JobId == jobId && chunk.Number == number).Select(chunk => chunk.Bytes);

    private byte[]? Held(int number)
    {
        foreach (var (held, bytes) in _held)
            if (held == number) return bytes;
        return null;
    }

    private byte[] Hold(int number, byte[] bytes)
    {
        if (_held.Count == 2) _held.Dequeue();
        _held.Enqueue((number, bytes));
        return bytes;
    }

    private int Copy(byte[] bytes, Span<byte> buffer)
    {
        var start = (int)(_position % chunkSize);
        var count = Math.Min(buffer.Length, bytes.Length - start);
        bytes.AsSpan(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
