using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GpmTool.Cli.Checking;
using GpmTool.Cli.Comparing;
using GpmTool.Cli.Converting;
using GpmTool.Cli.Merging;
using GpmTool.Cli.Server;

namespace GpmTool.Cli.Output;

/// <summary>The JSON that commands write and read; made when the program is built, so that a start is quick.</summary>
[JsonSerializable(typeof(ErrorLine))]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(ConvertReport))]
[JsonSerializable(typeof(PairLine))]
[JsonSerializable(typeof(MergeReport))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(ExportReport))]
[JsonSerializable(typeof(ServerProblem))]
[JsonSerializable(typeof(ServerImport))]
[JsonSerializable(typeof(ServerPage))]
[JsonSerializable(typeof(ServerModel[]))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(ServerLifeCycle))]
[JsonSerializable(typeof(MoveRequest))]
[JsonSerializable(typeof(ElsaDescriptors))]
[JsonSerializable(typeof(DescriptorReport))]
[JsonSerializable(typeof(Auditing.ExportedEntry))]
[JsonSerializable(typeof(Auditing.AuditReport))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonElement[]))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>One line, umlauts as they are.</summary>
    public static CliJson Compact { get; } = Make(indented: false);

    /// <summary>Indented, for people who read along.</summary>
    public static CliJson Indented { get; } = Make(indented: true);

    private static CliJson Make(bool indented) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    });
}
