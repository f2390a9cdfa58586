namespace GpmTool.Cli.Files;

/// <summary>Finds the model files that arguments name.</summary>
internal static class ModelFiles
{
    // Parts of the catalogue's layout that are no models.
    private static readonly HashSet<string> NoModels = new(["process.json", "authorities.json", "policy-fields.json", "mapping.json"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Files as they are; folders with everything below them, in a fixed order.</summary>
    /// <exception cref="CommandFailure">A path does not exist, or nothing was found.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (path == ModelFile.Standard || File.Exists(path)) found.Add(path);
            else if (Directory.Exists(path)) found.AddRange(In(path));
            else throw ModelFile.Missing(path);
        }

        return found.Count > 0 ? found : throw new CommandFailure("nothing-found",
            new($"Keine Modelle gefunden: {string.Join(", ", paths)}.", $"No models found: {string.Join(", ", paths)}."),
            new("Gesucht wird nach .json, .gpm.json und .bpmn.", "Looked for are .json, .gpm.json and .bpmn."));
    }

    /// <summary>The model files below a folder, by name; hidden folders and the catalogue's own files are left out.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Where(file => ModelForms.Of(file) is not null && !IsPartOfLayout(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal);

    // authorities.json may be followed by more of its kind, such as authorities-berlin.json.
    private static bool IsPartOfLayout(string name) => NoModels.Contains(name) || name.StartsWith("authorities-", StringComparison.OrdinalIgnoreCase);
}
