using System.Text.Json;
using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>An item of a package before its file was read (or, for entries of the catalogue, parsed already).</summary>
internal sealed record ListedItem(string Path, ImportItemKind Kind, ItemPlan? Plan = null, ItemProblem? Problem = null, DocumentPlace? Document = null);

/// <summary>Which model a document belongs to.</summary>
internal sealed record DocumentPlace(string Process, Stage Stage, string? Authority, string? Name, bool IsDraft);

/// <summary>
/// Lists the items of a package in the order in which they can be written: authorities, policy fields, groups, processes, documents.
/// The same package always gives the same list, so that a broken-off import finds its place again.
/// </summary>
internal sealed class PackageListing
{
    private readonly PackageSource _source;
    private readonly ImportChoices _choices;
    private readonly List<ListedItem> _items = [];
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LayoutMapping> _mapping = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, LayoutModel>> _models = new(StringComparer.Ordinal);

    private PackageListing(PackageSource source, ImportChoices choices) => (_source, _choices) = (source, choices);

    /// <summary>Lists a package.</summary>
    public static async Task<IReadOnlyList<ListedItem>> ReadAsync(PackageSource source, ImportChoices choices, CancellationToken cancellation)
    {
        var listing = new PackageListing(source, choices);
        await listing.EachAsync<List<LayoutMapping>>(name => name == LayoutPaths.Mapping, ImportItemKind.File, (path, lines) => listing.Mapping(path, lines), cancellation);
        var authorities = new List<(string Path, LayoutAuthority Authority)>();
        await listing.EachAsync<List<LayoutAuthority>>(LayoutPaths.IsAuthorities, ImportItemKind.Authority, (path, found) => authorities.AddRange(found.Select(authority => (path, authority))), cancellation);
        listing.Authorities(authorities);
        await listing.EachAsync<List<LayoutField>>(name => name == LayoutPaths.Fields, ImportItemKind.PolicyField, (path, fields) => listing.Fields(path, fields), cancellation);
        await listing.EachAsync<LayoutProcess>(name => name == LayoutPaths.Process, ImportItemKind.Process, (path, process) => listing.Process(path, process), cancellation);
        foreach (var path in source.Paths) listing.Document(path);
        return listing._items;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static bool IsCatalogue(string path) => Name(path) is LayoutPaths.Mapping or LayoutPaths.Fields or LayoutPaths.Process || LayoutPaths.IsAuthorities(Name(path));

    private async Task EachAsync<T>(Func<string, bool> isWanted, ImportItemKind kind, Action<string, T> list, CancellationToken cancellation)
    {
        foreach (var path in _source.Paths.Where(path => isWanted(Name(path))))
        {
            try
            {
                list(path, LayoutJson.Read<T>(await _source.ReadAsync(path, cancellation)));
            }
            catch (JsonException exception)
            {
                var place = $"{exception.Path} ({exception.LineNumber + 1}:{exception.BytePositionInLine + 1})";
                _items.Add(new ListedItem(path, kind, Problem: ItemProblem.Unreadable($"{place} {exception.Message}", $"{place} {exception.Message}")));
            }
            catch (InvalidDataException)
            {
                _items.Add(new ListedItem(path, kind, Problem: ItemProblem.Damaged));
            }
        }
    }

    private void Mapping(string path, List<LayoutMapping> lines)
    {
        foreach (var line in lines)
        {
            // A mapping names files from the folder it stands in.
            var folder = Folder(path);
            _mapping[folder.Length == 0 ? line.File : $"{folder}/{line.File}"] = line;
        }
    }

    private void Authorities(List<(string Path, LayoutAuthority Authority)> waiting)
    {
        // A successor is written before the authority that names it, whichever file it stands in.
        while (waiting.Count > 0)
        {
            var free = waiting.FindAll(item => item.Authority.Successor is not { } successor || !waiting.Exists(other => other.Authority.Key == successor && other != item));
            if (free.Count == 0) free = [.. waiting];
            foreach (var (path, authority) in free) Add(new ListedItem($"{path}#{authority.Key}", ImportItemKind.Authority, new ItemPlan { Authority = authority }), $"authority {authority.Key}");
            waiting.RemoveAll(free.Contains);
        }
    }

    private void Fields(string path, List<LayoutField> fields)
    {
        foreach (var field in fields)
        {
            Add(new ListedItem($"{path}#{field.Key}", ImportItemKind.PolicyField, new ItemPlan { Field = field with { Groups = null } }), $"field {field.Key}");
            foreach (var (group, order) in (field.Groups ?? []).Select((group, order) => (group, order)))
                Add(new ListedItem($"{path}#{group.Key}", ImportItemKind.ProcessGroup, new ItemPlan { Group = new GroupPlan(field.Key, group with { SortOrder = group.SortOrder ?? order }) }), $"group {group.Key}");
        }
    }

    private void Process(string path, LayoutProcess process)
    {
        _models[Folder(path)] = (process.Models ?? []).GroupBy(model => model.File, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Add(new ListedItem(path, ImportItemKind.Process, new ItemPlan { Process = process with { Models = null } }), $"process {process.Key}");
    }

    private void Document(string path)
    {
        if (IsCatalogue(path)) return;
        if (LayoutPaths.Stem(path) is null)
        {
            _items.Add(new ListedItem(path, ImportItemKind.File, Problem: ItemProblem.NoDocument));
            return;
        }

        var said = _models.GetValueOrDefault(Folder(path))?.GetValueOrDefault(Name(path));
        var (process, stage, authority) = _mapping.TryGetValue(path, out var line) ? (line.Process, line.Stage, line.Authority)
            : LayoutPaths.Model(path) is { } place ? place
            : (_choices.Process, _choices.Stage, _choices.Authority);
        if (process is null || stage is not { } known || known == Stage.Ist != authority is not null)
        {
            _items.Add(new ListedItem(path, ImportItemKind.Model, Problem: ItemProblem.Unassigned));
            return;
        }

        var document = new DocumentPlace(process, known, authority, said?.Name, said is null ? !_choices.Freezes : said.Draft);
        Add(new ListedItem(path, ImportItemKind.Model, Document: document), $"model {process} {known} {authority}");
    }

    private void Add(ListedItem item, string identity)
    {
        if (_seen.TryAdd(identity, item.Path)) _items.Add(item);
        else _items.Add(item with { Plan = null, Document = null, Problem = ItemProblem.Doubled(_seen[identity]) });
    }
}
