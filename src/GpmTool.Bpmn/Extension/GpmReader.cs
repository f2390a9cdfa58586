using System.Globalization;
using System.Text.Json;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Reads our own elements (namespace <see cref="BpmnNames.Gpm"/>, Schema/gpm.xsd). Strict: what is unknown or has an
/// invalid value is not taken, so that it is carried and not lost.
/// </summary>
internal static class GpmReader
{
    /// <summary>Reads one element; false if it must be carried.</summary>
    public static bool TryRead(RawElement element, GpmKinds accepted, GpmContent content)
    {
        try
        {
            return Read(new Fields(element), Name(element), accepted, content);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static bool Read(Fields fields, string name, GpmKinds accepted, GpmContent content)
    {
        switch (name)
        {
            case "step" when accepted.HasFlag(GpmKinds.Step) && content.Step is null:
                var step = Step(fields);
                if (!fields.AreAllTaken) return false;
                content.Step = step;
                return true;
            case "process" when accepted.HasFlag(GpmKinds.Process) && content.Process is null:
                var process = Process(fields);
                if (!fields.AreAllTaken) return false;
                content.Process = process;
                return true;
            case "lane" when accepted.HasFlag(GpmKinds.Lane):
                return Take(fields, fields.Text("organisationUnit"), value => content.OrganisationUnit = value);
            case "call" when accepted.HasFlag(GpmKinds.Call):
                return Take(fields, fields.Text("process"), value => content.CalledProcess = value);
            case "data" when accepted.HasFlag(GpmKinds.Data):
                return Take(fields, fields.Word<Medium>("medium"), value => content.Medium = value!.Value);
            case "flow" when accepted.HasFlag(GpmKinds.Flow):
                return Take(fields, fields.Number("probability"), value => content.Probability = Probability.Of(value!.Value));
            case "activity" when accepted.HasFlag(GpmKinds.Activity):
                var binding = new ActivityBinding { Type = fields.Needed("type"), Version = fields.Whole("version"), Members = fields.Json() };
                return Take(fields, binding, value => content.Binding = value);
            case "connection" when accepted.HasFlag(GpmKinds.Connection):
                return Take(fields, fields.Json(), value => content.Connection = value);
            case "definition" when accepted.HasFlag(GpmKinds.Definition):
                return Take(fields, fields.Json(), value => content.Definition = value);
            default: return false;
        }
    }

    private static bool Take<T>(Fields fields, T? value, Action<T?> take)
    {
        if (value is null || !fields.AreAllTaken) return false;
        take(value);
        return true;
    }

    private static StepAttributes Step(Fields fields) => new()
    {
        Role = fields.Text("role"),
        OrganisationUnit = fields.Text("organisationUnit"),
        Cost = fields.Text("cost") is { } cost ? Money.Parse(cost, null) : null,
        Rag = fields.Whole("rag") is { } rag ? RagCode.Of(rag) : null,
        Automation = fields.Word<Automation>("automation"),
        Description = fields.Child("description")?.Content(),
        ProcessingTime = Time(fields.Child("processingTime")),
        WaitingTime = Time(fields.Child("waitingTime")),
        TransportTime = Time(fields.Child("transportTime")),
        Systems = fields.Children("system", one => one.Needed("name")),
        Documents = fields.Children("document", one => new DocumentUse(
            one.Needed("name"), one.Word<DataDirection>("direction") ?? DataDirection.Input, one.Word<Medium>("medium") ?? Medium.Unspecified, one.Text("form"))),
        LegalBases = fields.Children("legalBasis", one => new LegalBasis(one.Needed("citation"), one.Flag("verified"), one.Text("link"))),
        Responsibilities = fields.Children("responsibility", one => new Responsibility(one.Needed("role"), one.Word<RaciKind>("kind") ?? throw Missing("kind"))),
        Risks = fields.Children("risk", one => new Risk(one.Needed("description"), one.Text("control"))),
    };

    private static ProcessAttributes Process(Fields fields) => new()
    {
        CasesPerYear = fields.Number("casesPerYear"),
        Arrivals = Time(fields.Child("arrivals")),
        Staffing = fields.Children("staffing", one => new Staffing(
            one.Needed("role"), one.Number("fullTimeEquivalents") ?? throw Missing("fullTimeEquivalents"), one.Text("wagePerHour") is { } wage ? Money.Parse(wage, null) : null)),
    };

    private static TimeDistribution? Time(Fields? fields)
    {
        if (fields is null) return null;
        IsoDuration? Duration(string name) => fields.Text(name) is { } text ? IsoDuration.Parse(text, null) : null;
        var time = new TimeDistribution
        {
            Kind = fields.Word<DistributionKind>("kind") ?? throw Missing("kind"),
            Value = Duration("value"),
            Min = Duration("min"),
            Mode = Duration("mode"),
            Max = Duration("max"),
            Mean = Duration("mean"),
            StandardDeviation = Duration("standardDeviation"),
        };
        return fields.AreAllTaken ? time : throw new FormatException("A time has further attributes.");
    }

    private static FormatException Missing(string name) => new($"'{name}' is missing.");

    internal static string Name(RawElement element) => element.Name![(element.Name!.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The attributes and children of an element, each taken once.</summary>
    private sealed class Fields(RawElement element)
    {
        private readonly List<RawAttribute> _attributes = [.. element.Attributes.Where(attribute => attribute.Name != "xmlns" && !attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal))];
        private readonly List<RawElement> _children = [.. element.Children.Where(child => child.Kind == RawKind.Element)];
        private bool _hasText = element.Children.Any(child => child.Kind is not RawKind.Element && !string.IsNullOrWhiteSpace(child.Value));

        public bool AreAllTaken => _attributes.Count == 0 && _children.Count == 0 && !_hasText;

        public string? Text(string name)
        {
            var at = _attributes.FindIndex(attribute => attribute.Name == name);
            if (at < 0) return null;
            var value = _attributes[at].Value;
            _attributes.RemoveAt(at);
            return value;
        }

        public string Needed(string name) => Text(name) ?? throw Missing(name);

        public int? Whole(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

        public double? Number(string name) => Text(name) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

        public bool Flag(string name) => Text(name) is { } text && (XmlCursor.Flag(text) ?? throw new FormatException($"'{text}' is neither true nor false."));

        public T? Word<T>(string name)
            where T : struct, Enum
        {
            if (Text(name) is not { } text) return null;
            foreach (var value in Enum.GetValues<T>())
                if (GpmWords.Of(value) == text) return value;
            throw new FormatException($"'{text}' is not a {typeof(T).Name}.");
        }

        /// <summary>The text of the element.</summary>
        public string Content()
        {
            _hasText = false;
            return AreAllTaken ? XmlCursor.TextOf(element.Children) : throw new FormatException("A text has attributes or children.");
        }

        public RawJson? Json()
        {
            if (!_hasText) return null;
            _hasText = false;
            return RawJson.Parse(XmlCursor.TextOf(element.Children));
        }

        public Fields? Child(string name)
        {
            var at = _children.FindIndex(child => IsOwn(child, name));
            if (at < 0) return null;
            var child = _children[at];
            _children.RemoveAt(at);
            return new Fields(child);
        }

        public ValueList<T> Children<T>(string name, Func<Fields, T> read)
        {
            var list = new List<T>();
            foreach (var child in _children.Where(child => IsOwn(child, name)))
            {
                var fields = new Fields(child);
                list.Add(read(fields));
                if (!fields.AreAllTaken) throw new FormatException($"'{name}' has further attributes.");
            }

            _children.RemoveAll(child => IsOwn(child, name));
            return list.ToValueListOrEmpty();
        }

        private static bool IsOwn(RawElement child, string name) => child.Namespace == BpmnNames.Gpm && Name(child) == name;
    }
}
