using System.Net;

namespace GpmTool.Cli.Server;

/// <summary>A file as the body of a request; says how far it is.</summary>
internal sealed class UploadContent(FileStream file, Action<long, long> report) : HttpContent
{
    /// <summary>The body; it may be made again for another attempt.</summary>
    public static UploadContent Of(FileStream file, string mediaType, Action<long, long> report)
    {
        var content = new UploadContent(file, report);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType);
        return content;
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var chunk = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await stream.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            report(file.Position, file.Length);
        }
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
    }
}
