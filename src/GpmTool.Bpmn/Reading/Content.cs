using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What the children of an element gave.</summary>
internal struct Content
{
    private List<RawElement>? _raw;

    public string? Documentation;

    /// <summary>Which of our own elements the owner has a place for.</summary>
    public GpmKinds Accepts;

    public GpmContent? Gpm;

    public readonly ValueList<RawElement> Raw => _raw is null ? default : ValueList.Create<RawElement>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_raw));

    public void Add(RawElement element) => (_raw ??= []).Add(element);

    /// <summary>
    /// A typed child that comes a second time: the first one is marked by a twin, so that the writer takes the second
    /// for what it is.
    /// </summary>
    public void MarkFirst(string qualifiedName, string ns)
    {
        _raw ??= [];
        if (!_raw.Exists(raw => raw.Name == qualifiedName)) _raw.Insert(0, new RawElement { Name = qualifiedName, Namespace = ns });
    }
}
