using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Terms;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Persistence;
using GpmTool.Reports;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>A comparison that is asked for, with all that takes part in its result.</summary>
/// <param name="Before">The first side.</param>
/// <param name="After">The second side.</param>
/// <param name="Thesaurus">Which words mean the same.</param>
/// <param name="Stored">What was decided about correspondences.</param>
/// <param name="Given">Decisions of the request, which count instead.</param>
/// <param name="Ignored">Which kinds of operations are left out.</param>
internal sealed record Question(ComparedSide Before, ComparedSide After, FieldThesaurus Thesaurus, StoredPins Stored, Pins? Given, ValueList<OperationKind> Ignored)
{
    /// <summary>SHA-256 of all that takes part in the result: contents, decisions, thesaurus, algorithm, options.</summary>
    public string Key { get; } = Hash(
        Before.Version.ContentHash, After.Version.ContentHash, Thesaurus.Hash, $"{ProcessComparison.AlgorithmVersion}", string.Join(',', Ignored),
        Given is null ? Stored.Identity : JsonSerializer.Serialize(new[] { Given.Same.Select(pin => (string[])[pin.BeforeId, pin.AfterId]), Given.Different.Select(pin => (string[])[pin.BeforeId, pin.AfterId]) }));

    /// <summary>SHA-256 of texts, hexadecimal; no text runs into the next.</summary>
    public static string Hash(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
}

/// <summary>A comparison that was made.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Left">The graph of the first side.</param>
/// <param name="Right">The graph of the second side.</param>
/// <param name="Pins">What became of the decisions.</param>
/// <param name="Result">The result.</param>
internal sealed record Compared(Question Question, ProcessGraph Left, ProcessGraph Right, IReadOnlyList<CarriedPin> Pins, ComparisonResult Result)
{
    /// <summary>The report for people.</summary>
    public ComparisonReport Report(ReportLanguage language) =>
        ComparisonReport.Of(Left, Right, Result, new ReportOptions { Language = language, BeforeTitle = Question.Before.Version.Title, AfterTitle = Question.After.Version.Title });
}

/// <summary>Makes comparisons, each once.</summary>
internal sealed class Comparer(GpmDbContext context, ComparisonCache cache, FieldThesauruses thesauruses, ComparisonSettings settings)
{
    /// <summary>Finds or reads a side.</summary>
    public async Task<(ComparedSide? Side, ProblemResult? Problem)> SideAsync(ComparedInput input, Text where, CancellationToken cancellation)
    {
        if (input.ModelId is not { } model) return ComparedSide.Sent(input.Bytes(), input.Name, input.Name is null ? where : new($"{where.German} „{input.Name}“", $"{where.English} \"{input.Name}\""), cancellation);
        return await ComparedSide.StoredAsync(context, model, input.Version, cancellation) is { } side ? (side, null) : (null, Sides.NotFound(model, input.Version));
    }

    /// <summary>Puts a question: which thesaurus and which decisions take part. <paramref name="policyField"/> names a field for documents that are sent along.</summary>
    public async Task<(Question? Question, ProblemResult? Problem)> AskAsync(ComparedSide before, ComparedSide after, CancellationToken cancellation, IReadOnlyList<string>? ignore = null, Pins? given = null, string? policyField = null)
    {
        if (ignore?.FirstOrDefault(word => !IgnorableKinds.Words.Contains(word)) is { } unknown)
            return (null, Failure.Field("ignore", new($"„{unknown}“ gibt es nicht; möglich sind {string.Join(", ", IgnorableKinds.Words)}.", $"There is no \"{unknown}\"; possible are {string.Join(", ", IgnorableKinds.Words)}.")));
        var (one, other) = (before.PolicyFieldId, after.PolicyFieldId);
        if (policyField is not null)
        {
            if (await context.PolicyFields.AsNoTracking().SingleOrDefaultAsync(row => row.Key == policyField, cancellation) is not { } field)
                return (null, Failure.Field("policyField", new($"{Kinds.PolicyField.German} „{policyField}“ ist nicht vorhanden.", $"{Kinds.PolicyField.English} \"{policyField}\" does not exist.")));
            one = other = field.Id;
        }

        var words = await thesauruses.OfAsync(context, one, other, cancellation);
        var stored = given is null ? await StoredPins.LoadAsync(context, before, after, cancellation) : StoredPins.None;
        return (new Question(before, after, words, stored, given, IgnorableKinds.Of(ignore ?? ["layout"])), null);
    }

    /// <summary>Answers it, from memory where it was answered before.</summary>
    public async Task<(Compared? Compared, ProblemResult? Problem)> AnswerAsync(Question question, CancellationToken cancellation)
    {
        var (left, right) = (await question.Before.GraphAsync(cache, cancellation), await question.After.GraphAsync(cache, cancellation));
        if (TooLarge(left, right) is { } problem) return (null, problem);
        var pins = await new CarriedPins(context, cache, question.Thesaurus.Words, question.Thesaurus.Hash, cancellation).OfAsync(question.Stored, question.Before, question.After);
        var result = await cache.GetAsync($"result:{question.Key}", () =>
        {
            var options = new ComparisonOptions { Thesaurus = question.Thesaurus.Words, Ignored = question.Ignored, Pins = question.Given ?? CarriedPins.Effective(pins) };
            var made = ProcessComparison.Compare(left, right, options);
            return Task.FromResult((made, 2000L * (left.Nodes.Count + right.Nodes.Count + made.Operations.Count)));
        });
        return (new Compared(question, left, right, pins, result), null);
    }

    /// <summary>Decisions about a pair, where the versions' elements are now.</summary>
    public Task<IReadOnlyList<CarriedPin>> PinsAsync(Question question, CancellationToken cancellation) =>
        new CarriedPins(context, cache, question.Thesaurus.Words, question.Thesaurus.Hash, cancellation).OfAsync(question.Stored, question.Before, question.After);

    /// <summary>The graph of a side.</summary>
    public Task<ProcessGraph> GraphAsync(ComparedSide side, CancellationToken cancellation) => side.GraphAsync(cache, cancellation);

    /// <summary>422 for models whose comparison would take too long.</summary>
    public ProblemResult? TooLarge(ProcessGraph left, ProcessGraph right) => (long)left.Nodes.Count * right.Nodes.Count <= settings.MaxNodePairs ? null : Failure.Unprocessable("comparison-too-large",
        new($"Die Modelle haben {left.Nodes.Count} und {right.Nodes.Count} Knoten; verglichen werden höchstens {settings.MaxNodePairs} Paare von Knoten.", $"The models have {left.Nodes.Count} and {right.Nodes.Count} nodes; at most {settings.MaxNodePairs} pairs of nodes are compared."),
        new("Teilen Sie die Modelle auf, oder vergleichen Sie sie mit gpm diff.", "Split the models, or compare them with gpm diff."));
}
