using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>What the children of an element gave.</summary>
internal struct Content
{
    private List<RawElement>? _raw;
    private bool _hasExtensions;

    public string? Documentation;

    /// <summary>Which of our own elements the owner has a place for.</summary>
    public GpmKinds Accepts;

    public GpmContent? Gpm;

    public readonly ValueList<RawElement> Raw => _raw is null ? default : ValueList.Create<RawElement>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_raw));

    public void Add(RawElement element) => (_raw ??= []).Add(element);

    /// <summary>Adds extensions; a second set of them joins the first, because the schema knows only one.</summary>
    public void AddExtensions(RawElement extensions)
    {
        var at = _raw is null || !_hasExtensions ? -1 : _raw.FindIndex(raw => raw.Namespace == BpmnNames.Model && raw.Name!.EndsWith("extensionElements", StringComparison.Ordinal));
        _hasExtensions = true;
        if (at < 0)
        {
            Add(extensions);
            return;
        }

        var first = _raw![at];
        _raw[at] = first with
        {
            Attributes = first.Attributes.AddRange(extensions.Attributes.Where(attribute => !first.Attributes.Any(known => known.Name == attribute.Name))),
            Children = first.Children.AddRange(extensions.Children),
        };
    }

    /// <summary>
    /// A typed child that comes a second time: the first one is marked by a twin, so that the writer takes the second
    /// for what it is.
    /// </summary>
    public void MarkFirst(string qualifiedName, string ns)
    {
        _raw ??= [];
        var local = qualifiedName[(qualifiedName.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (!_raw.Exists(raw => raw.Namespace == ns && raw.Name is { } name && name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1).SequenceEqual(local))) _raw.Insert(0, new RawElement { Name = qualifiedName, Namespace = ns });
    }
}
