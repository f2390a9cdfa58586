using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;
using GpmTool.Api.Features.Models;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>Names a version of a model.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version; the newest when left out.</param>
internal sealed record VersionReference(Guid ModelId, int? Version = null);

/// <summary>What is compared or merged: a version of a model, or a document that is sent along.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version; the newest when left out.</param>
/// <param name="Document">Instead of a model: an Elsa definition or a GPM view as an object, or BPMN 2.0 as a text.</param>
/// <param name="Name">What reports call the document.</param>
internal sealed record ComparedInput(Guid? ModelId = null, int? Version = null, JsonElement? Document = null, string? Name = null)
{
    /// <summary>The document's bytes.</summary>
    public byte[] Bytes() => Document is { ValueKind: JsonValueKind.String } text ? Encoding.UTF8.GetBytes(WithoutEncoding(text.GetString()!)) : Encoding.UTF8.GetBytes(Document!.Value.GetRawText());

    // The text is no longer in the encoding its XML declaration names.
    private static string WithoutEncoding(string xml) =>
        xml.AsSpan().TrimStart('\uFEFF').StartsWith("<?xml", StringComparison.Ordinal) && xml.IndexOf("?>", StringComparison.Ordinal) is var end and > 0 and < 200
            ? Regex.Replace(xml[..end], """\s+encoding\s*=\s*("[^"]*"|'[^']*')""", "", RegexOptions.None, TimeSpan.FromSeconds(1)) + xml[end..]
            : xml;
}

/// <summary>The version a descendant began with.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Version">The number of the version; the newest when left out.</param>
/// <param name="ETag">The ETag a draft had when its reader began; its last contents are kept.</param>
/// <param name="Document">Instead of a model: an Elsa definition or a GPM view as an object, or BPMN 2.0 as a text.</param>
internal sealed record MergeBase(Guid? ModelId = null, int? Version = null, string? ETag = null, JsonElement? Document = null)
{
    /// <summary>Without the ETag.</summary>
    [JsonIgnore]
    public ComparedInput Input => new(ModelId, Version, Document);
}

internal sealed class VersionReferenceValidator : AbstractValidator<VersionReference>
{
    public VersionReferenceValidator() => RuleFor(reference => reference.ModelId).NotEmpty();
}

internal sealed class ComparedInputValidator : AbstractValidator<ComparedInput>
{
    public ComparedInputValidator()
    {
        RuleFor(input => input.ModelId).Must((input, model) => model is null != (input.Document is null))
            .WithMessage(_ => new Text("Nennen Sie entweder ein Modell (modelId) oder senden Sie ein Dokument (document).", "Either name a model (modelId) or send a document (document).").ToString());
        RuleFor(input => input.Document).Must(document => document is not { } sent || sent.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            .WithMessage(_ => new Text("Ein Dokument ist ein JSON-Objekt (Elsa-Definition, GPM-Sicht) oder ein Text (BPMN 2.0).", "A document is a JSON object (Elsa definition, GPM view) or a text (BPMN 2.0).").ToString());
        RuleFor(input => input.Name).MaximumLength(300);
    }
}

/// <summary>What the sides of a comparison are called in messages.</summary>
internal static class Sides
{
    /// <summary>The first.</summary>
    public static Text Before => new("Vorher (before)", "before");

    /// <summary>The second.</summary>
    public static Text After => new("Nachher (after)", "after");

    /// <summary>404 for a version.</summary>
    public static ProblemResult NotFound(Guid model, int? version) => VersionOperations.NotFound(model, version);
}
