using System.IO.Compression;
using System.Security.Cryptography;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GpmTool.Api.Features.Imports;

/// <summary>Takes the body of a request into a temporary file that is a ZIP: as it is sent, or made of the documents sent.</summary>
internal sealed class PackageUpload : IAsyncDisposable
{
    private const string Zip = "application/zip";

    // The same files have to be the same package, or an Idempotency-Key would not know them again.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private PackageUpload(FileStream file) => File = file;

    /// <summary>The package.</summary>
    public FileStream File { get; }

    /// <summary>Receives a ZIP, a single document, or several files as a form.</summary>
    public static async Task<(PackageUpload? Upload, ProblemResult? Problem)> ReceiveAsync(HttpRequest request, ImportSettings limits, CancellationToken cancellation)
    {
        if (request.ContentLength > limits.MaxUploadBytes) return (null, TooLarge(limits));
        var upload = new PackageUpload(new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose));
        var problem = await upload.FillAsync(request, limits, cancellation);
        if (problem is null)
        {
            upload.File.Position = 0;
            return (upload, null);
        }

        await upload.DisposeAsync();
        return (null, problem);
    }

    /// <summary>SHA-256 of the package.</summary>
    public async Task<byte[]> HashAsync(CancellationToken cancellation)
    {
        File.Position = 0;
        return await SHA256.HashDataAsync(File, cancellation);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => File.DisposeAsync();

    private async Task<ProblemResult?> FillAsync(HttpRequest request, ImportSettings limits, CancellationToken cancellation)
    {
        var type = request.ContentType is { } text && MediaTypeHeaderValue.TryParse(text, out var parsed) ? parsed : null;
        if (type?.MediaType is { HasValue: true } media && (media == Zip || media == "application/x-zip-compressed" || media == "application/octet-stream"))
            return await CopyAsync(request.Body, File, limits.MaxUploadBytes, cancellation) ? null : TooLarge(limits);
        if (MediaTypes.Extension(type?.MediaType.Value?.ToLowerInvariant()) is { } extension)
        {
            await using var zip = await ZipArchive.CreateAsync(File, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
            return await AddAsync(zip, "document" + extension, request.Body, limits, cancellation);
        }

        return type?.MediaType == "multipart/form-data" && type.Boundary.HasValue
            ? await FormAsync(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, request.Body, limits, cancellation)
            : StatusFailure.Of(StatusCodes.Status415UnsupportedMediaType, request);
    }

    private async Task<ProblemResult?> FormAsync(string boundary, Stream body, ImportSettings limits, CancellationToken cancellation)
    {
        var reader = new MultipartReader(boundary, body);
        await using var zip = await ZipArchive.CreateAsync(File, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is not { FileStream: { } content, FileName: { Length: > 0 } name }) continue;
            if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                return Failure.BadRequest("package-in-form",
                    new($"„{name}“ ist ein ZIP in einem Formular.", $"\"{name}\" is a ZIP inside a form."),
                    new("Senden Sie das ZIP selbst als Rumpf, mit Content-Type: application/zip.", "Send the ZIP itself as body, with Content-Type: application/zip."));
            if (await AddAsync(zip, name, content, limits, cancellation) is { } problem) return problem;
        }

        return null;
    }

    private static async Task<ProblemResult?> AddAsync(ZipArchive zip, string name, Stream content, ImportSettings limits, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Earliest;
        await using var file = await entry.OpenAsync(cancellation);
        return await CopyAsync(content, file, StoredDocuments.MaxBytes, cancellation) ? null
            : new ProblemResult(StatusCodes.Status413PayloadTooLarge, "package-file-too-large", new("Paket zu groß", "Package too large"),
                new($"„{name}“ hat mehr als {StoredDocuments.MaxBytes} Byte.", $"\"{name}\" has more than {StoredDocuments.MaxBytes} bytes."), new("Teilen Sie den Prozess auf.", "Split the process."));
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            if ((total += read) > most) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private static ProblemResult TooLarge(ImportSettings limits) => new(
        StatusCodes.Status413PayloadTooLarge, "package-too-large", new("Paket zu groß", "Package too large"),
        new($"Ein Paket hat höchstens {limits.MaxUploadBytes} Byte.", $"A package has at most {limits.MaxUploadBytes} bytes."), new("Teilen Sie es auf.", "Split it."));
}
