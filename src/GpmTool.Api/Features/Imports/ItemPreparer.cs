using System.Text.Json;
using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Api.Features.Models;
using GpmTool.Bpmn;
using GpmTool.Elsa;
using GpmTool.Model;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>Reads, checks, hashes and packs the documents of a batch, several at once.</summary>
internal static class ItemPreparer
{
    private const int MostFindings = 20;

    /// <summary>Prepares the items from <paramref name="start"/> on.</summary>
    public static async Task<IReadOnlyList<PreparedItem>> PrepareAsync(PackageSource source, IReadOnlyList<ListedItem> items, int start, int count, CancellationToken cancellation)
    {
        var end = Math.Min(items.Count, start + count);
        var bytes = new byte[]?[end - start];
        for (var i = start; i < end; i++)
            if (items[i].Document is not null) bytes[i - start] = await ReadAsync(source, items[i].Path, cancellation);
        var prepared = new PreparedItem[end - start];
        await Parallel.ForAsync(start, end, cancellation, (i, _) =>
        {
            prepared[i - start] = Prepare(i, items[i], bytes[i - start], cancellation);
            return ValueTask.CompletedTask;
        });
        return prepared;
    }

    private static async Task<byte[]?> ReadAsync(PackageSource source, string path, CancellationToken cancellation)
    {
        try
        {
            return await source.ReadAsync(path, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static PreparedItem Prepare(int number, ListedItem item, byte[]? bytes, CancellationToken cancellation)
    {
        if (item.Document is not { } place) return new PreparedItem(number, item.Path, item.Kind, item.Plan, item.Problem);
        if (bytes is null) return new PreparedItem(number, item.Path, item.Kind, null, ItemProblem.Damaged);
        try
        {
            var document = IncomingDocuments.FromFile(item.Path, bytes, Versions.DefinitionId(place.Process, place.Authority ?? ""), NameOf(item.Path, place), cancellation);
            var content = VersionContent.Of(document);
            var packed = StoredDocuments.Pack(document.Json);
            var plan = new ModelPlan(place.Process, place.Stage, place.Authority, place.Name ?? document.Graph.Name, place.IsDraft, content)
            {
                Stored = new StoredContent { Hash = content.ContentHash, Encoding = ContentEncoding.Brotli, Bytes = packed, Length = document.Json.Length },
                Findings = [.. document.Findings.Where(finding => finding.Severity > Severity.Info || finding.Outcome is Outcome.Degraded or Outcome.Dropped).OrderByDescending(finding => finding.Severity).Take(MostFindings)],
            };
            return new PreparedItem(number, item.Path, item.Kind, new ItemPlan { Model = plan }, null);
        }
        catch (StepTableException exception)
        {
            return new PreparedItem(number, item.Path, item.Kind, null, ItemProblem.Faulty(exception.Faults.Count), [.. exception.Faults.Take(MostFindings)]);
        }
        catch (BpmnFormatException exception)
        {
            return new PreparedItem(number, item.Path, item.Kind, null, ItemProblem.Unreadable(exception.Text.German, exception.Text.English));
        }
        catch (ElsaFormatException exception)
        {
            var at = exception.Path is null ? "" : $" ({exception.Path})";
            return new PreparedItem(number, item.Path, item.Kind, null, ItemProblem.Unreadable(exception.Text.German + at, exception.Text.English + at));
        }
        catch (JsonException exception)
        {
            return new PreparedItem(number, item.Path, item.Kind, null, ItemProblem.Unreadable(exception.Message, exception.Message));
        }
    }

    // A table holds no name: inside the layout it is called like its process, elsewhere like its file.
    private static string NameOf(string path, DocumentPlace place) => place.Name ?? (LayoutPaths.Model(path) is null ? LayoutPaths.Stem(path)! : place.Process);
}
