using System.CommandLine;
using System.Text.Json;
using GpmTool.Cli.Output;
using GpmTool.Model;

namespace GpmTool.Cli.Auditing;

/// <summary>An entry of an exported audit chain.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Actor">Who (opaque id).</param>
/// <param name="Action">What was done.</param>
/// <param name="ObjectKind">To what kind of object.</param>
/// <param name="ObjectId">To which one.</param>
/// <param name="Details">More, as JSON text.</param>
/// <param name="Hash">The hash of the entry, hexadecimal.</param>
internal sealed record ExportedEntry(long Sequence, DateTime At, string Actor, string Action, string ObjectKind, string ObjectId, string? Details, string Hash);

/// <summary>What verifying gave.</summary>
/// <param name="Entries">How many entries fit.</param>
/// <param name="BrokenAt">The place of the first that does not; absent when all do.</param>
/// <param name="Head">The hash of the last entry that fits.</param>
internal sealed record AuditReport(long Entries, long? BrokenAt, string Head);

/// <summary><c>gpm audit verify EXPORT</c>: checks an exported audit chain without a server.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("EXPORT") { Description = Say.In("Ausfuhr der Prüfspur (GET /api/v1/audit/export); - liest die Standardeingabe.", "Export of the audit chain (GET /api/v1/audit/export); - reads the standard input.") };
        var head = new Option<string>("--head") { Description = Say.In("Hash, den ein Eintrag haben muss: eine frühere Notiz. Ohne ihn bleibt unentdeckt, wer die ganze Kette neu schrieb.", "Hash that an entry must have: an earlier note. Without it nobody finds a chain that was rewritten whole."), HelpName = "HASH" };
        var format = Formats.Option(Formats.Text, Formats.Json);
        var verify = new Command("verify", Say.In("Eine ausgeführte Prüfspur ohne Server nachrechnen. Exitcode 1, wenn sie nicht stimmt.", "Recompute an exported audit chain without a server. Exit code 1 when it does not fit.")) { file, head, format };
        verify.SetAction(async (parsed, cancellation) => await VerifyAsync(parsed.GetRequiredValue(file), parsed.GetValue(head), parsed.GetRequiredValue(format), cancellation));
        return new Command("audit", Say.In("Prüfspur.", "Audit chain.")) { verify };
    }

    private static async Task<int> VerifyAsync(string path, string? head, string format, CancellationToken cancellation)
    {
        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        var (previous, count, isKnown) = (AuditRule.Root, 0L, head is null);
        long? broken = null;
        while (broken is null && await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length == 0) continue;
            var entry = Read(line, count + 1);
            var hash = AuditRule.HashOf(entry.Sequence, entry.At.ToUniversalTime(), entry.Actor, entry.Action, entry.ObjectKind, entry.ObjectId, entry.Details, previous);
            if (entry.Sequence != count + 1 || !entry.Hash.Equals(Convert.ToHexStringLower(hash), StringComparison.OrdinalIgnoreCase))
            {
                broken = count + 1;
                break;
            }

            (previous, count) = (hash, count + 1);
            isKnown |= entry.Hash.Equals(head, StringComparison.OrdinalIgnoreCase);
        }

        if (broken is null && !isKnown) broken = count + 1;
        var report = new AuditReport(count, broken, Convert.ToHexStringLower(previous));
        Terminal.Out.Line(format == Formats.Json ? JsonSerializer.Serialize(report, CliJson.Indented.AuditReport) : Text(report));
        return broken is null ? ExitCode.Fine : ExitCode.Reported;
    }

    private static string Text(AuditReport report) => report.BrokenAt is { } place
        ? Say.In($"Nicht unversehrt: {report.Entries} Einträge stimmen, Eintrag {place} nicht (verändert, entfernt, oder der Hash der Notiz fehlt).", $"Broken: {report.Entries} entries fit, entry {place} does not (changed, removed, or the noted hash is missing).")
        : Say.In($"Unversehrt: {report.Entries} Einträge, letzter Hash {report.Head}.", $"Whole: {report.Entries} entries, last hash {report.Head}.");

    private static ExportedEntry Read(string line, long number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CliJson.Compact.ExportedEntry) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CommandFailure("audit-unreadable",
                new($"Zeile {number} ist kein Eintrag einer Prüfspur.", $"Line {number} is no entry of an audit chain."),
                new("Die Ausfuhr kommt von GET /api/v1/audit/export.", "The export comes from GET /api/v1/audit/export."));
        }
    }
}
