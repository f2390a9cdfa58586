using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Models;

/// <summary>A call of a document to a process of the catalogue.</summary>
/// <param name="ElementId">The calling element.</param>
/// <param name="Process">The key of the called process.</param>
internal sealed record DocumentCall(string ElementId, string Process);

/// <summary>What the row of a version says about its document.</summary>
/// <param name="ContentHash">SHA-256 of the document without its envelope.</param>
/// <param name="ModelHash">SHA-256 of the graph with ids.</param>
/// <param name="ShapeHash">SHA-256 of the graph without ids.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="IsBlocked">Whether findings block its publication.</param>
/// <param name="Calls">Which processes it calls.</param>
internal sealed record VersionContent(byte[] ContentHash, byte[] ModelHash, byte[] ShapeHash, int Steps, bool IsBlocked, IReadOnlyList<DocumentCall> Calls)
{
    /// <summary>Looks a document through.</summary>
    public static VersionContent Of(IncomingDocument document) => new(
        document.ContentHash, GraphHashes.ModelHash(document.Graph), GraphHashes.ShapeHash(document.Graph),
        document.Graph.Nodes.Count(node => node.Kind.IsActivity() && !node.Kind.IsContainer()),
        document.Findings.Any(finding => finding.Severity == Severity.Error),
        [.. document.Graph.Nodes.Where(node => node.CalledProcess is not null).DistinctBy(node => node.Id).Select(node => new DocumentCall(node.Id, node.CalledProcess!))]);

    /// <summary>Writes it into the row of a version and adds its calls.</summary>
    public void Into(GpmDbContext context, ModelVersion version)
    {
        (version.ContentHash, version.ModelHash, version.ShapeHash, version.StepCount, version.IsBlocked) = (ContentHash, ModelHash, ShapeHash, Steps, IsBlocked);
        foreach (var call in Calls) context.ModelCalls.Add(new ModelCall { ModelVersionId = version.Id, ElementId = call.ElementId, CalledProcessKey = call.Process });
    }
}
