using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>The words by which a user says what does not count.</summary>
public static class IgnorableKinds
{
    private static readonly (string Word, ValueList<OperationKind> Kinds)[] Table =
    [
        ("layout", [OperationKind.LayoutChanged]),
        ("extension", [OperationKind.ExtensionChanged]),
        ("documentation", [OperationKind.DocumentationChanged, OperationKind.AnnotationChanged]),
        ("document", [OperationKind.DocumentHeadChanged, OperationKind.ProcessChanged, OperationKind.DeclarationChanged]),
        ("nothing", []),
    ];

    /// <summary>The words that can be said.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Table.Select(row => row.Word)];

    /// <summary>The kinds that some words leave out, in a fixed order.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public static ValueList<OperationKind> Of(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var kinds = new SortedSet<OperationKind>();
        foreach (var word in words)
        {
            var row = Array.FindIndex(Table, row => row.Word == word);
            kinds.UnionWith(row >= 0 ? Table[row].Kinds : throw new ArgumentException($"There is no word \"{word}\".", nameof(words)));
        }

        return kinds.ToValueList();
    }
}
