using System.Text.Encodings.Web;
using System.Text.Json;
using GpmTool.Analysis;
using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>A report as JSON for programs; docs/comparing.md describes the members. Members are only added while the version stays.</summary>
public static class JsonReport
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>Writes the report, indented, as UTF-8.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("reportVersion", Version);
        json.WriteString("language", report.Texts.Code);
        json.WriteString("before", report.BeforeTitle);
        json.WriteString("after", report.AfterTitle);
        json.WriteNumber("algorithmVersion", report.Result.AlgorithmVersion);
        json.WriteNumber("similarity", report.Result.Similarity);
        json.WriteString("summary", report.Summary);
        List(json, "overview", report.Overview, Fact);
        json.WriteStartObject("keyFigures");
        Figures(json, "before", KeyFigures.Of(report.Before));
        Figures(json, "after", KeyFigures.Of(report.After));
        json.WriteEndObject();
        List(json, "figures", report.Figures, Figure);
        List(json, "sections", report.Sections, Section);
        List(json, "presumed", report.Presumed, Presumed);
        List(json, "technical", report.Technical, Item);
        var (old, now) = (new GraphIndex(report.Before), new GraphIndex(report.After));
        List(json, "matches", report.Result.Correspondences, (writer, match) => Match(writer, match, old, now));
        List(json, "operations", report.Result.Operations.Zip(report.Sentences), (writer, pair) => One(writer, pair.First, pair.Second));
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteString("heading", section.Heading);
        json.WriteString("intro", section.Intro);
        Ids(json, "beforeIds", section.BeforeIds);
        Ids(json, "afterIds", section.AfterIds);
        List(json, "items", section.Items, Item);
    }

    private static void Item(Utf8JsonWriter json, ReportItem item)
    {
        if (item.Number is { } number) json.WriteNumber("number", number);
        json.WriteString("sign", item.Sign);
        json.WriteString("tone", Camel(item.Tone.ToString()));
        json.WriteString("importance", Camel(item.Importance.ToString()));
        json.WriteString("sentence", item.Sentence);
        Maybe(json, "before", item.Before);
        Maybe(json, "after", item.After);
        if (item.IsPresumed) json.WriteBoolean("isPresumed", true);
        Ids(json, "beforeIds", item.BeforeIds);
        Ids(json, "afterIds", item.AfterIds);
        List(json, "facts", item.Facts, Fact);
        Ids(json, "operations", item.Operations.Select(operation => operation.Key));
    }

    private static void Fact(Utf8JsonWriter json, ReportFact fact)
    {
        json.WriteString("code", fact.Code);
        json.WriteString("label", fact.Label);
        Maybe(json, "before", fact.Before);
        Maybe(json, "after", fact.After);
    }

    private static void Figure(Utf8JsonWriter json, FigureRow row)
    {
        json.WriteString("code", row.Code);
        json.WriteString("name", row.Name);
        json.WriteString("before", row.Before);
        json.WriteString("after", row.After);
        json.WriteString("change", row.Change);
        json.WriteString("verdict", Camel(row.Verdict.ToString()));
    }

    private static void Figures(Utf8JsonWriter json, string name, KeyFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("steps", figures.Steps);
        json.WriteNumber("roles", figures.Roles);
        json.WriteNumber("handovers", figures.Handovers);
        json.WriteNumber("mediaBreaks", figures.MediaBreaks);
        json.WriteNumber("systems", figures.Systems);
        json.WriteNumber("documents", figures.Documents);
        json.WriteNumber("loops", figures.Loops);
        json.WriteNumber("decisions", figures.Decisions);
        json.WriteNumber("automationShare", Math.Round(figures.AutomationShare, 4));
        if (figures.ExpectedProcessingTime is { } processing) json.WriteString("expectedProcessingTime", IsoDuration.From(processing).ToString());
        if (figures.ExpectedCycleTime is { } cycle) json.WriteString("expectedCycleTime", IsoDuration.From(cycle).ToString());
        if (figures.Cost is { } cost) json.WriteNumber("cost", cost);
        json.WriteEndObject();
    }

    private static void Presumed(Utf8JsonWriter json, PresumedPair pair)
    {
        json.WriteString("beforeId", pair.BeforeId);
        json.WriteString("before", pair.Before);
        json.WriteString("afterId", pair.AfterId);
        json.WriteString("after", pair.After);
        if (pair.Number is { } number) json.WriteNumber("number", number);
    }

    private static void Match(Utf8JsonWriter json, Correspondence match, GraphIndex before, GraphIndex after)
    {
        json.WriteString("beforeId", match.BeforeId);
        Maybe(json, "beforeName", before.Node(match.BeforeId)?.Name);
        json.WriteString("afterId", match.AfterId);
        Maybe(json, "afterName", after.Node(match.AfterId)?.Name);
        if (match.BeforeIds.Count > 1) Ids(json, "beforeIds", match.BeforeIds);
        if (match.AfterIds.Count > 1) Ids(json, "afterIds", match.AfterIds);
        json.WriteNumber("score", match.Score);
        json.WriteString("evidence", Camel(match.Evidence.ToString()));
        json.WriteBoolean("isPresumed", match.IsPresumed);
    }

    private static void One(Utf8JsonWriter json, Operation operation, string sentence)
    {
        json.WriteString("key", operation.Key);
        json.WriteString("digest", operation.Digest);
        json.WriteString("kind", Camel(operation.Kind.ToString()));
        Ids(json, "beforeIds", operation.BeforeIds);
        Ids(json, "afterIds", operation.AfterIds);
        Maybe(json, "attribute", operation.Attribute);
        Maybe(json, "oldValue", operation.OldValue);
        Maybe(json, "newValue", operation.NewValue);
        json.WriteString("sentence", sentence);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Ids(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static void Maybe(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string Camel(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);
}
