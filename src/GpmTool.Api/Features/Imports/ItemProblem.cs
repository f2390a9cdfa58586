using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Imports;

/// <summary>Why an item is rejected or skipped, kept in both languages.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ItemProblem(string Code, Text Detail, Text Remedy)
{
    /// <summary>The file is no JSON the layout knows.</summary>
    public static ItemProblem Unreadable(string german, string english) => new("file-unreadable",
        new($"Die Datei ist nicht lesbar: {german}", $"The file is not readable: {english}"),
        new("Berichtigen Sie die genannte Stelle.", "Correct the place named."));

    /// <summary>What the package holds is not what its directory says: the file is damaged, or longer than that.</summary>
    public static ItemProblem Damaged { get; } = new("file-damaged",
        new("Größe oder Prüfsumme der Datei im Paket stimmt nicht.", "The size or checksum of the file in the package is wrong."),
        new("Packen Sie sie neu.", "Pack it anew."));

    /// <summary>Cells of a step table are wrong; the findings name them.</summary>
    public static ItemProblem Faulty(int count) => new("table-faulty",
        new($"Die Schritttabelle hat {count} Fehler.", $"The step table has {count} fault(s)."),
        new("Berichtigen Sie die genannten Zellen.", "Correct the cells named."));

    /// <summary>Nothing says what the file belongs to.</summary>
    public static ItemProblem Unassigned { get; } = new("file-unassigned",
        new("Die Datei liegt außerhalb der Ordnung, und nichts sagt, zu welchem Prozess sie gehört.", "The file is outside the layout, and nothing says which process it belongs to."),
        new("Nennen Sie process, stage und (beim Ist) authority in der Anfrage, oder legen Sie dem Paket eine mapping.json bei.", "Name process, stage and (for an Ist) authority in the request, or add a mapping.json to the package."));

    /// <summary>The file is no document.</summary>
    public static ItemProblem NoDocument { get; } = new("not-a-document",
        new("Die Datei ist weder Modell (.json, .gpm.json, .bpmn) noch Schritttabelle (.xlsx, .csv) und wird nicht gebraucht.", "The file is neither a model (.json, .gpm.json, .bpmn) nor a step table (.xlsx, .csv) and is not needed."),
        new("Nichts zu tun.", "Nothing to do."));

    /// <summary>The package has the item twice.</summary>
    public static ItemProblem Doubled(string first) => new("item-doubled",
        new($"Das Paket enthält dasselbe schon: {first}.", $"The package has the same already: {first}."),
        new("Lassen Sie eines von beiden weg.", "Leave one of them out."));

    /// <summary>What the item refers to is neither there nor in the package.</summary>
    public static ItemProblem Missing(Text kind, string key) => new("reference-missing",
        new($"{kind.German} „{key}“ ist weder vorhanden noch im Paket.", $"{kind.English} \"{key}\" neither exists nor is in the package."),
        new("Legen Sie den Eintrag an oder nehmen Sie ihn in das Paket auf.", "Create the entry or add it to the package."));

    /// <summary>The item exists with other content, and the request said to reject it.</summary>
    public static ItemProblem Different { get; } = new("exists-differently",
        new("Der Eintrag ist mit anderem Inhalt vorhanden.", "The entry exists with other content."),
        new("Wählen Sie conflict=newVersion oder conflict=skip.", "Choose conflict=newVersion or conflict=skip."));

    /// <summary>The item exists with other content, and the request said to skip it.</summary>
    public static ItemProblem Kept { get; } = new("kept",
        new("Der Eintrag ist mit anderem Inhalt vorhanden und bleibt.", "The entry exists with other content and stays."),
        new("Wählen Sie conflict=newVersion, um ihn zu ändern.", "Choose conflict=newVersion to change it."));

    /// <summary>The model has a draft that the import would overwrite.</summary>
    public static ItemProblem DraftExists { get; } = new("draft-exists",
        new("Das Modell hat einen Entwurf mit anderem Inhalt.", "The model has a draft with other content."),
        new("Frieren Sie den Entwurf ein oder verwerfen Sie ihn, und wiederholen Sie den Import.", "Freeze or discard the draft, and import again."));

    /// <summary>The entry is archived here.</summary>
    public static ItemProblem Archived(Text kind, string key) => new("archived",
        new($"{kind.German} „{key}“ ist archiviert.", $"{kind.English} \"{key}\" is archived."),
        new("Ein archivierter Eintrag wird nicht geändert.", "An archived entry is not changed."));

    /// <summary>The one who imports may not write the item.</summary>
    public static ItemProblem NotAllowed(Text kind, string key) => new("not-allowed",
        new($"{kind.German} „{key}“ dürfen Sie nicht schreiben: Ihre Rollen oder der API-Schlüssel erlauben es nicht.", $"You may not write {kind.English} \"{key}\": your roles or the API key do not allow it."),
        new("Lassen Sie den Teil weg, wählen Sie mode=bestEffort, oder lassen Sie importieren, wer es darf; GET /api/v1/me zeigt Ihre Rollen.", "Leave the item out, choose mode=bestEffort, or let somebody import who may; GET /api/v1/me shows your roles."));

    /// <summary>The entry breaks rules.</summary>
    public static ItemProblem Invalid(string german, string english) => new("validation-failed", new(german, english),
        new("Berichtigen Sie die genannten Felder.", "Correct the fields named."));
}
