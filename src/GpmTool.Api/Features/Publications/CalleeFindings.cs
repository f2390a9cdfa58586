using GpmTool.Model;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Publications;

/// <summary>
/// Whether what a Soll calls will be there. A process that is not in the catalogue blocks; one without a publication is
/// only named, so that processes that call each other can be published one after the other.
/// </summary>
internal static class CalleeFindings
{
    /// <summary>A finding for each call that leads nowhere yet.</summary>
    public static async Task<List<Finding>> OfAsync(GpmDbContext context, ProcessGraph graph, string ownKey, CancellationToken cancellation)
    {
        var calls = graph.Nodes.Where(node => node.CalledProcess is { } key && key != ownKey).ToList();
        if (calls.Count == 0) return [];
        var keys = calls.Select(node => node.CalledProcess!).Distinct().ToList();
        var known = await context.Processes.AsNoTracking().Where(process => keys.Contains(process.Key) && process.ArchivedAt == null)
            .Select(process => new { process.Key, IsPublished = context.Publications.Any(publication => publication.ProcessId == process.Id) }).ToDictionaryAsync(process => process.Key, process => process.IsPublished, cancellation);
        return [.. calls.Where(node => !known.GetValueOrDefault(node.CalledProcess!)).Select(node => known.ContainsKey(node.CalledProcess!) ? Unpublished(node) : Missing(node))];
    }

    private static Finding Missing(FlowNode node) => new()
    {
        Severity = Severity.Error,
        Code = "publication.callee-missing",
        Message = new($"Der aufgerufene Prozess „{node.CalledProcess}“ steht nicht im Katalog.", $"The called process \"{node.CalledProcess}\" is not in the catalogue."),
        Remedy = new("Legen Sie den Prozess an oder berichtigen Sie den Schlüssel der Aufrufaktivität.", "Create the process, or correct the key in the call activity."),
        ElementId = node.Id,
        ElementName = node.Name,
    };

    private static Finding Unpublished(FlowNode node) => new()
    {
        Severity = Severity.Warning,
        Code = "publication.callee-unpublished",
        Message = new($"Der aufgerufene Prozess „{node.CalledProcess}“ ist noch nicht veröffentlicht.", $"The called process \"{node.CalledProcess}\" is not published yet."),
        Remedy = new("Veröffentlichen Sie ihn vor der Auslieferung.", "Publish it before delivery."),
        ElementId = node.Id,
        ElementName = node.Name,
    };
}
