namespace GpmTool.Cli.Files;

/// <summary>The forms of a process model in a file.</summary>
internal enum ModelForm
{
    /// <summary>An Elsa 3 workflow definition, .json.</summary>
    Elsa,

    /// <summary>The GPM view, .gpm.json.</summary>
    View,

    /// <summary>BPMN 2.0, .bpmn.</summary>
    Bpmn,
}

/// <summary>Names and extensions of the forms.</summary>
internal static class ModelForms
{
    private const string ViewExtension = ".gpm.json";
    private const string ElsaExtension = ".json";
    private const string BpmnExtension = ".bpmn";

    /// <summary>The words of --to.</summary>
    public static readonly string[] Words = ["elsa", "view", "bpmn"];

    /// <summary>The form of that word.</summary>
    public static ModelForm Parse(string word) => word switch { "view" => ModelForm.View, "bpmn" => ModelForm.Bpmn, _ => ModelForm.Elsa };

    /// <summary>The extension of a form.</summary>
    public static string Extension(this ModelForm form) => form switch { ModelForm.View => ViewExtension, ModelForm.Bpmn => BpmnExtension, _ => ElsaExtension };

    /// <summary>The form a file's name stands for; null: none of ours.</summary>
    public static ModelForm? Of(string path) =>
        path.EndsWith(ViewExtension, StringComparison.OrdinalIgnoreCase) ? ModelForm.View
        : path.EndsWith(BpmnExtension, StringComparison.OrdinalIgnoreCase) ? ModelForm.Bpmn
        : path.EndsWith(ElsaExtension, StringComparison.OrdinalIgnoreCase) ? ModelForm.Elsa
        : null;

    /// <summary>The name without the extension of its form.</summary>
    public static string Stem(string path)
    {
        var name = Path.GetFileName(path);
        return Of(path) is { } form ? name[..^form.Extension().Length] : Path.GetFileNameWithoutExtension(name);
    }
}
