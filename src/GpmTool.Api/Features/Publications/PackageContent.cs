using System.Text;
using System.Text.Json;
using GpmTool.Api.Features.Comparisons;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;
using GpmTool.Reports;

namespace GpmTool.Api.Features.Publications;

/// <summary>Collects what goes into the package of a Soll version.</summary>
internal static class PackageContent
{
    /// <summary>The definition, its companions and the GPM view.</summary>
    public static List<PackageFile> OfSoll(byte[] definition, ProcessGraph graph, string definitionId) =>
    [
        new($"{definitionId}.json", PartRole.Definition, "application/json", definition),
        .. ElsaDocument.Companions(graph, definitionId).Select(companion => new PackageFile($"companions/{companion.DefinitionId}.json", PartRole.Companion, "application/json", companion.Json)),
        new("view.json", PartRole.View, MediaTypes.View, GraphJson.Write(graph)),
    ];

    /// <summary>
    /// The Soll compared with the Ist of every authority: its newest frozen version, or its draft where nothing is frozen yet.
    /// </summary>
    public static async Task<(List<Compared> Comparisons, ProblemResult? Problem)> ComparisonsAsync(GpmDbContext context, Comparer comparer, Guid processId, ComparedSide soll, CancellationToken cancellation)
    {
        var comparisons = new List<Compared>();
        foreach (var (ist, _, _) in await IstSides.OfAsync(context, processId, cancellation))
        {
            var (question, problem) = await comparer.AskAsync(ist, soll, cancellation);
            if (problem is not null) return ([], problem);
            (var compared, problem) = await comparer.AnswerAsync(question!, cancellation);
            if (problem is not null) return ([], problem);
            comparisons.Add(compared!);
        }

        return (comparisons, null);
    }

    /// <summary>A comparison as data and as text.</summary>
    public static IEnumerable<PackageFile> Files(Compared comparison)
    {
        var path = $"comparisons/{comparison.Question.Before.Version.Authority}";
        yield return new PackageFile($"{path}.json", PartRole.Comparison, "application/json", JsonSerializer.SerializeToUtf8Bytes(ComparisonResponse.Of(comparison, ReportLanguage.German), Package.Json));
        yield return new PackageFile($"{path}.md", PartRole.Report, "text/markdown; charset=utf-8", Markdown(comparison));
    }

    private static byte[] Markdown(Compared comparison)
    {
        using var text = new StringWriter { NewLine = "\n" };
        MarkdownReport.Write(comparison.Report(ReportLanguage.German), text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What the manifest says about a comparison.</summary>
    public static ManifestComparison Entry(Compared comparison)
    {
        var ist = comparison.Question.Before.Version;
        return new ManifestComparison(ist.Authority!, ist.ModelId!.Value, ist.Version!.Value, ist.IsFrozen, ist.ModelHash, comparison.Result.Similarity, comparison.Result.Operations.Count);
    }
}
