using System.Text;
using GpmTool.Elsa;
using GpmTool.Model;

namespace GpmTool.Api.Tests.Models;

/// <summary>Documents that tests send.</summary>
internal static class Documents
{
    /// <summary>A definition made elsewhere, with a type no plain server knows and members we know nothing about.</summary>
    public const string Foreign =
        """
        {"id":"v7","definitionId":"hello","name":"Hello","version":7,"isLatest":true,"isPublished":true,"variables":[],"customProperties":{"Owner":{"a":[1,2.50,null]}},
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"customProperties":{},"metadata":{},"activities":[
           {"id":"a","type":"Elsa.WriteLine","version":1,"name":"Sagen","text":{"typeName":"String","expression":{"type":"Literal","value":"Grüße"}}},
           {"id":"b","type":"Acme.Foo","version":3,"special":{"x":1}}],
          "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}]}}
        """;

    /// <summary>A small process of ours.</summary>
    public static ProcessGraph Graph(string label = "Meldung prüfen", string? calls = null)
    {
        var builder = new GraphBuilder("Störung bearbeiten", "p").Lane("l", "Leitstelle");
        builder.Node(NodeKind.StartEvent, "Meldung", "s", "l");
        builder.Node(NodeKind.UserTask, label, "t", "l");
        if (calls is not null) builder.Node(NodeKind.CallActivity, "Schlüssel holen", "c", "l", with: node => node with { CalledProcess = calls });
        builder.Node(NodeKind.EndEvent, "Ende", "e", "l");
        builder.Chain(calls is null ? ["s", "t", "e"] : ["s", "t", "c", "e"]);
        return builder.Build();
    }

    /// <summary>The same as an Elsa definition.</summary>
    public static string Elsa(string label = "Meldung prüfen", string? calls = null) => Encoding.UTF8.GetString(ElsaDocument.Write(Graph(label, calls), "egal"));
}
