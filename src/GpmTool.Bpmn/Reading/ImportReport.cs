using System.Runtime.InteropServices;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>Collects what became of the parts of a file. What repeats is counted, its first place is named.</summary>
internal sealed class ImportReport
{
    private const int Most = 1000;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(string Code, string What), Group> _groups = [];
    private int _left;

    /// <summary>Adds a finding.</summary>
    public void Add(Severity severity, Outcome outcome, string code, int line, string? id, string? name, LocalText message, LocalText remedy)
    {
        if (_findings.Count >= Most)
        {
            _left++;
            return;
        }

        _findings.Add(new Finding
        {
            Severity = severity,
            Outcome = outcome,
            Code = code,
            Line = line > 0 ? line : null,
            ElementId = id,
            ElementName = name,
            Message = message,
            Remedy = remedy,
        });
    }

    /// <summary>Counts something that is carried as it came.</summary>
    public void Count(string code, string what, int line, string? owner)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, (code, what), out var isKnown);
        if (!isKnown) group = new Group(line, owner, 0);
        group = group! with { Count = group.Count + 1 };
    }

    /// <summary>All findings by their first line.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        foreach (var ((code, what), group) in _groups) Add(Severity.Info, Outcome.Kept, code, group.Line, group.Owner, null, Message(code, what, group.Count), Remedy(code));
        if (_left > 0) Add(Severity.Warning, Outcome.Kept, "bpmn.more", 0, null, null,
            new($"Weitere {_left} Befunde sind nicht aufgeführt.", $"Another {_left} findings are not listed."),
            new("Beheben Sie erst die genannten.", "Deal with the listed ones first."));
        return [.. _findings.OrderBy(finding => finding.Line ?? 0)];
    }

    private static LocalText Message(string code, string what, int count) => code switch
    {
        "bpmn.extension" => new($"{count} Angaben im Namensraum „{what}“ werden unverändert mitgeführt.", $"{count} pieces in the namespace '{what}' are carried as they are."),
        "bpmn.id-missing" => new($"{count} Elemente „{what}“ haben keine Kennung.", $"{count} elements '{what}' have no id."),
        _ => new($"{count} Elemente „{what}“ werden unverändert mitgeführt, aber nicht ausgewertet.", $"{count} elements '{what}' are carried as they are, but not analysed."),
    };

    private static LocalText Remedy(string code) => code switch
    {
        "bpmn.id-missing" => new("Es ist nichts zu tun; das Werkzeug kann sie beim nächsten Export vergeben.", "Nothing needs to be done; the tool can give them at its next export."),
        _ => new("Es ist nichts zu tun: Beim Schreiben kommen sie wieder heraus.", "Nothing needs to be done: they are written again."),
    };

    private sealed record Group(int Line, string? Owner, int Count);
}
