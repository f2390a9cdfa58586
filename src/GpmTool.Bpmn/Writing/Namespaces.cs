using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>The prefixes of a document that is being written: those of the source where it has some.</summary>
internal sealed class Namespaces
{
    private readonly List<(string Prefix, string Namespace, int Depth)> _bindings = [("xml", BpmnNames.Xml, 0)];
    private int _rootCount;

    public string Model { get; private set; } = "bpmn";

    public string Diagram { get; private set; } = "bpmndi";

    public string Bounds { get; private set; } = "dc";

    public string Lines { get; private set; } = "di";

    public string Instance { get; private set; } = "xsi";

    public string Gpm { get; private set; } = "gpm";

    /// <summary>Takes over what the source declares at its root; the result are the declarations that are still needed.</summary>
    public List<RawAttribute> Begin(ReadOnlySpan<RawAttribute> declared, in NeededNames needs)
    {
        foreach (var attribute in declared)
            if (Prefix(attribute.Name) is { } prefix) _bindings.Add((prefix, attribute.Value, 0));
        var more = new List<RawAttribute>();
        string Bind(string ns, string wanted, bool isNeeded, bool mayBeDefault)
        {
            foreach (var (prefix, bound, _) in _bindings)
                if (bound == ns && (prefix.Length > 0 || mayBeDefault) && Lookup(prefix) == ns) return prefix;
            if (!isNeeded) return wanted;
            var free = wanted;
            for (var i = 1; Lookup(free) is not null; i++) free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}{i}");
            _bindings.Add((free, ns, 0));
            more.Add(new RawAttribute("xmlns:" + free, ns));
            return free;
        }

        Model = Bind(BpmnNames.Model, "bpmn", true, true);
        Diagram = Bind(BpmnNames.Diagram, "bpmndi", needs.Diagram, true);
        Bounds = Bind(BpmnNames.Bounds, "dc", needs.Diagram, true);
        Lines = Bind(BpmnNames.Lines, "di", needs.Diagram, true);
        Instance = Bind(BpmnNames.Instance, "xsi", needs.Instance, false);
        Gpm = Bind(BpmnNames.Gpm, "gpm", needs.Gpm, false);
        _rootCount = _bindings.Count;
        return more;
    }

    /// <summary>Whether something below the root changes the bindings.</summary>
    public bool HasLocal => _bindings.Count > _rootCount;

    /// <summary>What a prefix stands for here; null if nothing.</summary>
    public string? Lookup(string prefix)
    {
        for (var i = _bindings.Count - 1; i >= 0; i--)
            if (_bindings[i].Prefix == prefix) return _bindings[i].Namespace;
        return null;
    }

    /// <summary>A prefix that stands for a namespace here, the wanted one if possible; null if there is none.</summary>
    public string? Find(string wanted, string ns, bool isAttribute)
    {
        if ((wanted.Length > 0 || !isAttribute) && (Lookup(wanted) ?? "") == ns) return wanted;
        for (var i = _bindings.Count - 1; i >= 0; i--)
            if (_bindings[i].Namespace == ns && (_bindings[i].Prefix.Length > 0 || !isAttribute) && Lookup(_bindings[i].Prefix) == ns) return _bindings[i].Prefix;
        return null;
    }

    public void Declare(string prefix, string ns, int depth) => _bindings.Add((prefix, ns, depth));

    /// <summary>Leaves an element.</summary>
    public void Leave(int depth)
    {
        while (_bindings.Count > _rootCount && _bindings[^1].Depth >= depth) _bindings.RemoveAt(_bindings.Count - 1);
    }

    /// <summary>The prefix that an attribute declares; null if it declares none.</summary>
    public static string? Prefix(string attribute) =>
        attribute == "xmlns" ? "" : attribute.StartsWith("xmlns:", StringComparison.Ordinal) ? attribute[6..] : null;
}
