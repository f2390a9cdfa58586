using CsCheck;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Reports.Tests.Claims;

/// <summary>Pairs of models to report on: those of the catalogue, and generated ones.</summary>
public sealed record Pair(string Name, ProcessGraph Before, ProcessGraph After)
{
    private static readonly string[] Verbs = ["prüfen", "erfassen", "buchen", "zeichnen", "versenden", "ablegen"];
    private static readonly string[] Nouns = ["Antrag", "Rechnung", "Meldung", "Auftrag \"eilt\"", "Vermerk\nlang", "Bescheid „neu“"];
    private static readonly string[] Roles = ["Leitstelle", "Sachbearbeitung", "Kasse"];

    public override string ToString() => Name;

    /// <summary>Each Ist of the catalogue with the Soll of its process, and one Ist with another.</summary>
    public static IEnumerable<Pair> Catalogue()
    {
        foreach (var soll in Directory.EnumerateFiles(Root(), "soll.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(soll)!;
            var ist = Directory.EnumerateFiles(folder, "ist-*.json").Order(StringComparer.Ordinal).ToList();
            foreach (var file in ist) yield return new Pair($"{Path.GetFileName(folder)}/{Path.GetFileNameWithoutExtension(file)}", Read(file), Read(soll));
            yield return new Pair($"{Path.GetFileName(folder)}/two Ist", Read(ist[0]), Read(ist[1]));
        }
    }

    public static Pair Of(string process, string ist) =>
        new($"{process}/{ist}", Read(Path.Combine(Root(), "facility-management", process, $"{ist}.json")), Read(Path.Combine(Root(), "facility-management", process, "soll.json")));

    /// <summary>A graph and a changed copy of it: as two versions of a model are.</summary>
    public static Gen<Pair> Generated { get; } =
        from size in Gen.Int[2, 14]
        from words in Gen.Int[0, Verbs.Length * Nouns.Length - 1].Array[size]
        from traits in Gen.Int[0, 99_999].Array[size]
        from edits in Gen.Int[0, 999_999].Array[0, 6]
        select new Pair("generated", Build([.. words.Zip(traits)]), Build(Edit([.. words.Zip(traits)], edits)));

    private static List<(int Word, int Trait)> Edit(List<(int Word, int Trait)> steps, int[] edits)
    {
        foreach (var edit in edits)
        {
            var at = edit / 10 % steps.Count;
            switch (edit % 6)
            {
                case 0: steps.Insert(at, (edit % 36, edit / 7)); break;
                case 1 when steps.Count > 2: steps.RemoveAt(at); break;
                case 2: steps[at] = (edit / 100 % 36, steps[at].Trait); break;
                case 3: steps[at] = (steps[at].Word, edit / 10); break;
                case 4:
                    (steps[at], steps[0]) = (steps[0], steps[at]);
                    break;
                default: steps[at] = (steps[at].Word, steps[at].Trait + 1_000); break;
            }
        }

        return steps;
    }

    private static ProcessGraph Build(List<(int Word, int Trait)> steps)
    {
        var builder = new GraphBuilder("Vorgang", "p");
        for (var i = 0; i < Roles.Length; i++) builder.Lane($"l{i}", Roles[i]);
        builder.Node(NodeKind.StartEvent, "Eingang", "s", "l0");
        var last = "s";
        for (var i = 0; i < steps.Count; i++)
        {
            var (word, trait) = steps[i];
            var name = word % 17 == 16 ? null : $"{Nouns[word / Verbs.Length % Nouns.Length]} {Verbs[word % Verbs.Length]}";
            var node = builder.Node((NodeKind)(trait % 6), name, $"t{i}", $"l{trait / 10 % Roles.Length}", with: flow => flow with { Gpm = Attributes(trait) });
            if (trait / 1_000 % 4 == 1)
            {
                var split = builder.Node(trait % 2 == 0 ? NodeKind.ExclusiveGateway : NodeKind.ParallelGateway, trait % 3 == 0 ? null : $"Weiter mit {i}?", $"g{i}", "l0");
                builder.Flow(last, split);
                builder.Flow(split, node, "ja", share: 0.25 + trait % 3 * 0.25);
                builder.Flow(split, builder.Node(NodeKind.EndEvent, $"Abbruch {i}", $"e{i}", "l0"), "nein");
            }
            else
            {
                builder.Flow(last, node);
            }

            if (trait / 10_000 == 3) builder.Flow(node, "t0");
            last = node;
        }

        builder.Node(NodeKind.EndEvent, "Ausgang", "e", "l0");
        builder.Flow(last, "e");
        return builder.Build();
    }

    private static StepAttributes Attributes(int trait) => new()
    {
        ProcessingTime = trait % 2 == 0 ? TimeDistribution.Constant(IsoDuration.FromMinutes(trait % 90 + 1)) : null,
        WaitingTime = trait % 3 == 0 ? TimeDistribution.Constant(IsoDuration.FromMinutes(trait % 7_000)) : null,
        Automation = trait % 5 < 3 ? (Automation)(trait % 3) : null,
        Cost = trait % 7 == 0 ? Money.Of(trait % 100) : null,
        Systems = trait % 4 == 0 ? ["Fachverfahren", $"Register {trait % 3}"] : default,
        Documents = trait % 4 == 1 ? [new DocumentUse("Akte", (DataDirection)(trait % 2), (Medium)(trait % 4))] : default,
        Risks = trait % 11 == 0 ? [new Risk("Frist verstreicht")] : default,
    };

    private static ProcessGraph Read(string file) => ElsaDocument.Read(File.ReadAllBytes(file)).Graph;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GpmTool.sln"))) return Path.Combine(folder.FullName, "processes");
        throw new InvalidOperationException("The repository was not found.");
    }
}
