using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>What every element of a graph has.</summary>
public abstract record GraphElement
{
    /// <summary>The id, unique in the whole graph.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The id in the document the graph came from, where it is not <see cref="Id"/>: an id that occurred before; empty
    /// where the element had none. It is written back as it was. The same as <see cref="Id"/> where that is no name as BPMN wants
    /// it (NCName) but was written in the file all the same.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>The label; null where the model has none.</summary>
    public string? Name { get; init; }

    /// <summary>Free text that explains the element.</summary>
    public string? Documentation { get; init; }

    /// <summary>Attributes that are carried, not understood.</summary>
    public ValueList<RawAttribute> RawAttributes { get; init; }

    /// <summary>Child elements that are carried, not understood, in document order.</summary>
    public ValueList<RawElement> Raw { get; init; }
}

/// <summary>An attribute that is carried as it came.</summary>
/// <param name="Name">The qualified name as written, such as "camunda:assignee".</param>
/// <param name="Value">The value.</param>
/// <param name="Namespace">The namespace the name belongs to, if any.</param>
public sealed record RawAttribute(string Name, string Value, string? Namespace = null);

/// <summary>What a <see cref="RawElement"/> is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RawKind>))]
public enum RawKind
{
    /// <summary>An element with a name, attributes and children.</summary>
    Element,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A CDATA section.</summary>
    CData,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A processing instruction.</summary>
    Instruction,
}

/// <summary>A piece of a document that is carried, not understood.</summary>
public sealed record RawElement
{
    /// <summary>What it is.</summary>
    public RawKind Kind { get; init; }

    /// <summary>The qualified name as written (elements and instructions).</summary>
    public string? Name { get; init; }

    /// <summary>The namespace of the name.</summary>
    public string? Namespace { get; init; }

    /// <summary>The content of text, CDATA, comments and instructions.</summary>
    public string? Value { get; init; }

    /// <summary>The attributes in order.</summary>
    public ValueList<RawAttribute> Attributes { get; init; }

    /// <summary>The children in order.</summary>
    public ValueList<RawElement> Children { get; init; }
}
