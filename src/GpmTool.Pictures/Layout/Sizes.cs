using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>Sizes of shapes as BPMN tools draw them, and of labels.</summary>
internal static class Sizes
{
    public const double Event = 36;
    public const double Gateway = 50;
    public const double TaskWidth = 100;
    public const double TaskHeight = 80;
    public const double LaneLabel = 30;
    public const double BlackBox = 60;
    public const double LabelSize = 11;
    public const double TaskSize = 12;
    public const double EventLabel = 96;
    public const double FlowLabel = 100;
    public const double BoundaryLabel = 76;
    public const double AnnotationWidth = 140;
    public const int LabelLines = 8;

    private static readonly (double Width, double Height)[] Tasks = [(100, 80), (120, 80), (130, 92), (150, 92), (170, 100), (190, 120)];

    /// <summary>The smallest of the sizes whose lines hold the label without breaking many words.</summary>
    public static (double Width, double Height) Activity(FlowNode node)
    {
        if (string.IsNullOrWhiteSpace(node.Name)) return (TaskWidth, TaskHeight);
        // Icons stand in the upper left corner, markers at the lower border.
        var marked = node.Loop is not null || node.IsForCompensation || node.Kind.IsContainer() || node.Kind == NodeKind.CallActivity;
        foreach (var (width, height) in Tasks)
        {
            var room = height - (HasIcon(node.Kind) ? 22 : 8) - (marked ? 20 : 6);
            var lines = TextWrap.Wrap(node.Name, width - 12, TaskSize);
            if (lines.Count * TaskSize * FontMetrics.LineHeight <= room && (Broken(lines) == 0 || width >= 150)) return (width, height);
        }

        return Tasks[^1];
    }

    /// <summary>What stands beside a data element: its name and state.</summary>
    public static string? Caption(DataElement data) => data.State is { Length: > 0 } state ? $"{data.Name}\n[{state}]" : data.Name;

    public static bool HasIcon(NodeKind kind) => kind is > NodeKind.Task and <= NodeKind.ReceiveTask;

    public static (double Width, double Height) Label(string? text, double width) =>
        string.IsNullOrWhiteSpace(text) ? (0, 0) : TextWrap.Measure(text, width, LabelSize, LabelLines);

    public static (double Width, double Height) Annotation(string? text)
    {
        var (width, height) = TextWrap.Measure(text ?? "", AnnotationWidth - 14, LabelSize, 12);
        return (Math.Max(60, width + 14), Math.Max(30, height + 10));
    }

    public static (double Width, double Height) Data(DataKind kind) => kind is DataKind.DataStore or DataKind.DataStoreReference ? (50, 50) : (36, 50);

    private static int Broken(List<string> lines)
    {
        var count = 0;
        foreach (var line in lines)
            if (line.EndsWith('-')) count++;
        return count;
    }
}
