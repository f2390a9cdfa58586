using System.Xml;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>A file that is no BPMN 2.0, or breaks a bound.</summary>
public sealed class BpmnFormatException : FormatException
{
    internal BpmnFormatException(string code, LocalText text, LocalText remedy, int line = 0, int column = 0, Exception? inner = null)
        : base(text.English, inner) => (Code, Text, Remedy, Line, Column) = (code, text, remedy, line, column);

    /// <summary>A stable name: "bpmn.not-bpmn", "bpmn.not-xml" or "bpmn.bound".</summary>
    public string Code { get; }

    /// <summary>What is wrong, in both languages.</summary>
    public LocalText Text { get; }

    /// <summary>What to do about it.</summary>
    public LocalText Remedy { get; }

    /// <summary>The line, from 1; 0 where there is none.</summary>
    public int Line { get; }

    /// <summary>The column, from 1; 0 where there is none.</summary>
    public int Column { get; }

    internal static BpmnFormatException NotBpmn(string root, int line, int column) => new(
        "bpmn.not-bpmn",
        new($"Die Datei ist kein BPMN 2.0: Ihr oberstes Element ist „{root}“ (Zeile {line}, Spalte {column}).", $"The file is no BPMN 2.0: its root element is '{root}' (line {line}, column {column})."),
        new("Exportieren Sie das Modell als BPMN 2.0 (.bpmn) mit dem Element „definitions“.", "Export the model as BPMN 2.0 (.bpmn) with the element 'definitions'."),
        line, column);

    /// <summary>What an XML reader refused; it does not say where a document type stands, so <paramref name="doctype"/> does.</summary>
    internal static BpmnFormatException Of(XmlException exception, (int Line, int Column) doctype) => exception.Message.Contains("DTD", StringComparison.Ordinal)
        ? new("bpmn.bound",
            new($"Die Datei enthält eine Dokumenttyp-Deklaration (Zeile {doctype.Line}, Spalte {doctype.Column}); die wird nicht gelesen.", $"The file holds a document type declaration (line {doctype.Line}, column {doctype.Column}); it is not read."),
            new("Entfernen Sie die Deklaration <!DOCTYPE …>.", "Remove the declaration <!DOCTYPE …>."), doctype.Line, doctype.Column, exception)
        : new("bpmn.not-xml",
            new($"Die Datei ist kein wohlgeformtes XML (Zeile {exception.LineNumber}, Spalte {exception.LinePosition}).", $"The file is not well-formed XML (line {exception.LineNumber}, column {exception.LinePosition}): {exception.Message}"),
            new("Prüfen Sie, ob die Datei vollständig ist, und exportieren Sie sie neu.", "Check whether the file is complete, and export it again."), exception.LineNumber, exception.LinePosition, exception);

    internal static BpmnFormatException TooLarge(int most) => Bound(
        new($"Die Datei ist größer als {most / 1024 / 1024} MB.", $"The file is larger than {most / 1024 / 1024} MB."), 0, 0);

    internal static BpmnFormatException Bound(LocalText text, int line, int column) => new(
        "bpmn.bound", text,
        new("Teilen Sie das Modell auf, oder prüfen Sie, ob die Datei wirklich ein Prozessmodell ist.", "Divide the model, or check whether the file really is a process model."), line, column);
}
