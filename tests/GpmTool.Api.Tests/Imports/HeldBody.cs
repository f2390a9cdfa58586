using System.Net;
using System.Net.Http.Headers;

namespace GpmTool.Api.Tests.Imports;

/// <summary>A ZIP as body of a request that stops after some bytes and says so; the rest is never sent.</summary>
internal sealed class HeldBody : HttpContent
{
    private readonly byte[] package;
    private readonly int sent;
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldBody(byte[] package, int sent)
    {
        (this.package, this.sent) = (package, sent);
        Headers.ContentType = new MediaTypeHeaderValue("application/zip");
    }

    /// <summary>Done when the first part is on its way.</summary>
    public Task Held => held.Task;

    /// <summary>Gives the request up.</summary>
    public void Break() => broken.TrySetException(new IOException("The server is gone."));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(package.AsMemory(0, sent));
        await stream.FlushAsync();
        held.TrySetResult();
        await broken.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = package.Length;
        return true;
    }
}
