using GpmTool.Model;

namespace GpmTool.Pictures;

/// <summary>
/// The signs of BPMN 2.0 (ISO/IEC 19510, chapters 10 and 12), drawn for this library. Task icons lie in a box of 16 × 16,
/// signs of events in one of 20 × 20 around its middle, markers in one of 14 × 14.
/// </summary>
internal static class Icons
{
    /// <summary>The icon of a task's kind; null: none.</summary>
    public static string? Task(NodeKind kind, string stroke) => kind switch
    {
        NodeKind.UserTask => Outline("M8 1.5a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0 -6.8z M1.5 15v-2.2c0-2.4 2-4 4.3-4c.6.6 1.3.9 2.2.9s1.6-.3 2.2-.9c2.3 0 4.3 1.6 4.3 4v2.2z", stroke, "#fff") + Outline("M4.6 15v-2 M11.4 15v-2", stroke),
        NodeKind.ManualTask => Outline("M1.5 8.5l3.6-4.2c.5-.6 1.2-.8 2-.8h3.2c1.3 0 1.3 1.8 0 1.8h-2.8 M8 5.3h6c1.3 0 1.3 1.8 0 1.8h-5 M9 7.1h5.4c1.3 0 1.3 1.8 0 1.8h-5.4 M9 8.9h4.6c1.3 0 1.3 1.8 0 1.8h-4.6 M9 10.7h3.2c1.3 0 1.3 1.8 0 1.8h-6.4l-4.3-1.2z", stroke),
        NodeKind.ServiceTask => Outline(Gear(8, 8, 7.2, 5.4, 8), stroke, "#fff") + Outline("M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0 -4.8z", stroke),
        NodeKind.BusinessRuleTask => Filled("M1.5 2.5h13v3h-13z", "#c9ced6") + Outline("M1.5 2.5h13v11h-13z M1.5 5.5h13 M1.5 9.5h13 M5.5 5.5v8", stroke),
        NodeKind.ScriptTask => Outline("M5 1.5h9.5c-2.6 2-2.6 4.2 -1 6.500c1.6 2.3 1.6 4.5 -1 6.500h-9.500c2.6-2 2.6-4.2 1-6.500c-1.6-2.3-1.6-4.5 1-6.500z M5.2 4.800h5.5 M5.5 8h5.5 M6.3 11.200h5.5", stroke, "#fff"),
        NodeKind.SendTask => Filled("M1 3h14l-7 5.500z M1 4.800l7 5.500l7-5.500v8.200h-14z", stroke),
        NodeKind.ReceiveTask => Outline("M1.5 3h13v10h-13z M1.5 3l6.5 5.500l6.5-5.5", stroke, "#fff"),
        _ => null,
    };

    /// <summary>What an event is about, around the middle (0, 0).</summary>
    public static string Event(EventKind kind, bool isThrown, string stroke)
    {
        var fill = isThrown ? stroke : "none";
        return kind switch
        {
            EventKind.Message => isThrown ? Filled("M-9 -6h18l-9 6.500z M-9 -4.200l9 6.500l9-6.500v10.200h-18z", stroke) : Outline("M-8.5 -6h17v12h-17z M-8.5 -6l8.5 6.500l8.5-6.5", stroke),
            EventKind.Timer => Outline("M0 -9.500a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0 -19z M0 -9.500v2.5 M0 9.500v-2.5 M-9.5 0h2.5 M9.5 0h-2.5 M0 0l3.5-5.5 M0 0h4.5", stroke),
            EventKind.Signal => Outline("M0 -8.500l8.8 14.500h-17.600z", stroke, fill),
            EventKind.Error => Outline("M-8 8l3.6-13.500l5.6 7.300l6.8-9.800l-3.7 14.600l-6-7.700z", stroke, fill),
            EventKind.Escalation => Outline("M0 -9l6.8 17l-6.8-6.600l-6.8 6.600z", stroke, fill),
            EventKind.Conditional => Outline("M-6.5 -8.500h13v17h-13z M-4 -5h8 M-4 -1.700h8 M-4 1.700h8 M-4 5h8", stroke),
            EventKind.Link => Outline("M-9 -3.500h10v-4.500l8.5 8l-8.5 8v-4.500h-10z", stroke, fill),
            EventKind.Compensation => Outline("M0 -6.500v13l-8.5-6.500z M8.5 -6.500v13l-8.5-6.500z", stroke, fill),
            EventKind.Cancel => Outline("M-8.5 -5.700l2.8-2.800l5.7 5.700l5.7-5.700l2.8 2.800l-5.7 5.700l5.7 5.700l-2.8 2.800l-5.7-5.700l-5.7 5.700l-2.8-2.800l5.7-5.700z", stroke, fill),
            _ => Filled("M0 -10a10 10 0 1 1 0 20a10 10 0 1 1 0 -20z", stroke),
        };
    }

    /// <summary>Several triggers: a pentagon, or a cross where all must occur.</summary>
    public static string Several(bool all, bool isThrown, string stroke) => all
        ? Outline("M-3 -9.500h6v6.500h6.500v6h-6.500v6.500h-6v-6.500h-6.500v-6h6.500z", stroke)
        : Outline("M0 -9.500l9 6.600l-3.4 10.600h-11.200l-3.4-10.600z", stroke, isThrown ? stroke : "none");

    /// <summary>The sign of a gateway, around the middle.</summary>
    public static string? Gateway(NodeKind kind, bool isMarked, bool instantiates, string stroke) => kind switch
    {
        NodeKind.ExclusiveGateway => isMarked ? Outline("M-7 -9l14 18 M7 -9l-14 18", stroke, width: 3.5) : null,
        NodeKind.ParallelGateway => Outline("M0 -12v24 M-12 0h24", stroke, width: 3.5),
        NodeKind.InclusiveGateway => Outline("M0 -11a11 11 0 1 1 0 22a11 11 0 1 1 0 -22z", stroke, width: 2.8),
        NodeKind.ComplexGateway => Outline("M0 -12v24 M-12 0h24 M-8.5 -8.500l17 17 M8.5 -8.500l-17 17", stroke, width: 3),
        NodeKind.EventBasedGateway => Outline("M0 -13a13 13 0 1 1 0 26a13 13 0 1 1 0 -26z" + (instantiates ? "" : " M0 -10.500a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0 -21z"), stroke, width: 1)
            + Outline("M0 -7.500l7.1 5.200l-2.7 8.400h-8.800l-2.7-8.400z", stroke),
        _ => null,
    };

    public static string Plus(string stroke) => Outline("M0.5 0.500h13v13h-13z M7 3v8 M3 7h8", stroke);

    public static string Loop(LoopKind kind, string stroke) => kind switch
    {
        LoopKind.Standard => Outline("M4.6 12.600a5.6 5.6 0 1 1 5 .100 M4.9 8.600v4.200h-4", stroke, width: 1.6),
        LoopKind.MultiInstanceParallel => Outline("M3 1v12 M7 1v12 M11 1v12", stroke, width: 2.2),
        _ => Outline("M1 3h12 M1 7h12 M1 11h12", stroke, width: 2.2),
    };

    public static string Compensation(string stroke) => Outline("M6.5 2.500v9l-6-4.500z M13 2.500v9l-6-4.500z", stroke);

    public static string AdHoc(string stroke) => Outline("M1 8.500c2-5 4.5-4 6-1.500s4 3.5 6-1.5", stroke, width: 2.2);

    private static string Outline(string path, string stroke, string fill = "none", double width = 1.2) =>
        $"<path d=\"{path}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{SvgText.N(width)}\" stroke-linejoin=\"round\"/>";

    private static string Filled(string path, string fill) => $"<path d=\"{path}\" fill=\"{fill}\"/>";

    private static string Gear(double x, double y, double outer, double inner, int teeth)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < teeth * 4; i++)
        {
            var radius = i % 4 < 2 ? outer : inner;
            var angle = (i - 0.5) * Math.PI * 2 / (teeth * 4);
            path.Append(i == 0 ? 'M' : 'L').Append(SvgText.N(x + radius * Math.Cos(angle))).Append(' ').Append(SvgText.N(y + radius * Math.Sin(angle)));
        }

        return path.Append('z').ToString();
    }
}
