using System.IO.Compression;
using System.Security.Cryptography;

namespace GpmTool.Client.Sample;

/// <summary>The whole job on one process and one catalogue. It can be walked again on the same server.</summary>
internal sealed class Walk(GpmClient gpm, TextWriter output)
{
    private const string Process = "schluessel-ausgeben";
    private const string Authority = "muster-bezirk-d";
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "sample-data");

    /// <summary>From the search to the audit.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var found = await gpm.SearchAsync("schluessel", cancellation);
        await SayAsync("search", string.Join(", ", found.Select(process => process.Name)));
        var ist = await RecordAsync(cancellation);
        await FreezeAsync(ist, cancellation);
        var soll = (await gpm.ModelsAsync(Process, cancellation)).First(model => model.Stage == "soll");
        await CompareAsync(ist.Id, soll.Id, cancellation);
        await PublishAsync(soll, cancellation);
        await ExchangeAsync(cancellation);
        var audit = await gpm.VerifyAuditAsync(cancellation);
        if (audit.BrokenAt is { } place) throw new InvalidDataException($"The audit chain is broken at {place}.");
        await SayAsync("audit", $"{audit.Entries} entries, unbroken");
    }

    private async Task<Model> RecordAsync(CancellationToken cancellation)
    {
        var ist = (await gpm.ModelsAsync(Process, cancellation)).FirstOrDefault(model => model.Authority == Authority);
        if (ist is null)
        {
            ist = await gpm.RecordAsync(Process, Authority, await File.ReadAllBytesAsync(Path.Combine(Data, "ist.json"), cancellation), cancellation);
        }
        else if (!ist.HasDraft)
        {
            await gpm.BeginDraftAsync(ist.Id, cancellation);
            ist = (await gpm.ModelsAsync(Process, cancellation)).First(model => model.Id == ist.Id);
        }

        await SayAsync("record", $"Ist of {Authority}, version {ist.LatestVersion} is a draft");
        return ist;
    }

    private async Task FreezeAsync(Model ist, CancellationToken cancellation)
    {
        var checks = await gpm.ChecksAsync(ist.Id, ist.LatestVersion, cancellation);
        await SayAsync("checks", $"{checks.Findings.Count} findings, blocked: {checks.IsBlocked}");
        var document = await gpm.DocumentAsync(ist.Id, ist.LatestVersion, cancellation);
        var frozen = await gpm.FreezeAsync(ist.Id, document.ETag, "Stand November", cancellation);
        await SayAsync("freeze", $"version {frozen.Number} never changes");
        try
        {
            await gpm.FreezeAsync(ist.Id, document.ETag, "Noch einmal", cancellation);
            throw new InvalidDataException("A tag that is outdated was accepted.");
        }
        catch (GpmProblemException problem)
        {
            await SayAsync("refused", problem.Message);
        }
    }

    private async Task CompareAsync(Guid before, Guid after, CancellationToken cancellation)
    {
        var comparison = await gpm.CompareAsync(before, after, cancellation);
        await SayAsync("compare", $"{comparison.Operations.Count} changes, {comparison.Similarity:P0} alike");
        var report = await gpm.ReportAsync(before, after, cancellation);
        await SayAsync("report", report.Split('\n')[0]);
    }

    private async Task PublishAsync(Model soll, CancellationToken cancellation)
    {
        // The policy field demands no co-signature, so its coordination approves alone.
        await ApproveAsync(soll, cancellation);
        try
        {
            await gpm.PublishAsync(soll.Id, 1, "Erste Fassung", cancellation);
        }
        catch (GpmProblemException problem) when (problem.Code == "already-published")
        {
            // Somebody was here before.
        }

        var publication = await gpm.CurrentPublicationAsync(Process, cancellation);
        var package = await gpm.PackageAsync(publication.Id, cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(package)) != publication.PackageSha256) throw new InvalidDataException("The package is not the one that was published.");
        await SayAsync("publish", $"publication {publication.Number}, {package.Length} bytes, hash as promised");
    }

    private async Task ApproveAsync(Model soll, CancellationToken cancellation)
    {
        foreach (var (from, to) in new[] { ("draft", "methodReview"), ("methodReview", "approved") })
        {
            var (cycle, tag) = await gpm.LifeCycleAsync(soll.Id, 1, cancellation);
            if (cycle.State == from) await gpm.MoveAsync(soll.Id, 1, tag, to, cancellation);
        }
    }

    private async Task ExchangeAsync(CancellationToken cancellation)
    {
        var zip = await ZipAsync(Path.Combine(Data, "catalogue"), cancellation);
        foreach (var dryRun in (bool[])[true, false])
        {
            var import = await gpm.ImportAsync(zip, dryRun, $"client-sample-{Guid.NewGuid()}", cancellation);
            if (import.State != "completed") throw new InvalidDataException($"The import failed: {import.Problem?.Code} {import.Problem?.Detail}");
            var counts = import.Counts;
            await SayAsync(dryRun ? "dry run" : "import", $"{counts.Created} created, {counts.NewVersion} new versions, {counts.Unchanged} unchanged, {counts.Rejected} rejected");
        }

        var export = await gpm.ExportAsync("buergerdienste", cancellation);
        await using var archive = new ZipArchive(new MemoryStream(export));
        await SayAsync("export", $"{archive.Entries.Count} files");
    }

    private static async Task<byte[]> ZipAsync(string folder, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(folder, buffer, cancellation);
        return buffer.ToArray();
    }

    private Task SayAsync(string step, string text) => output.WriteLineAsync($"{step,-11} {text}");
}
