using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Model;
using GpmTool.Reports;

namespace GpmTool.Cli.Comparing;

/// <summary>A comparison as a short list; the sign in front says what kind of change it is.</summary>
internal static class DiffText
{
    /// <summary>Writes it.</summary>
    public static void Write(string before, string after, ProcessGraph left, ProcessGraph right, ComparisonResult result)
    {
        var output = Terminal.Out;
        if (result.Operations.Count == 0)
        {
            output.Line(Say.In("Die beiden Modelle stimmen überein.", "The two models are equal."));
            return;
        }

        output.Line($"--- {before}");
        output.Line($"+++ {after}");
        var sentences = ComparisonText.Sentences(left, right, result);
        for (var i = 0; i < result.Operations.Count; i++)
        {
            var (sign, tone) = Sign(result.Operations[i]);
            output.Line(output.Paint($"{sign} {sentences[i]}", tone));
        }

        output.Line(Say.In(
            $"{Say.Count(result.Operations.Count, "Änderung", "Änderungen")}; zu {result.Similarity * 100:0} % ähnlich.",
            $"{Say.Count(result.Operations.Count, "change", "changes")}; {result.Similarity * 100:0} % alike."));
    }

    private static (char Sign, Tone Tone) Sign(Operation operation) => operation.Kind switch
    {
        OperationKind.Inserted or OperationKind.GatewayInserted or OperationKind.FlowAdded or OperationKind.GatewaysAdded or OperationKind.BranchAdded or OperationKind.LoopAdded => ('+', Tone.Good),
        OperationKind.Removed or OperationKind.GatewayRemoved or OperationKind.FlowRemoved or OperationKind.GatewaysRemoved or OperationKind.BranchRemoved or OperationKind.LoopRemoved => ('-', Tone.Bad),
        _ => ('~', Tone.Warning),
    };
}
