using System.Text.RegularExpressions;
using GpmTool.Web.Tests.Browser;
using Microsoft.Playwright;

namespace GpmTool.Web.Tests.Interchange;

/// <summary>bpmn-js, the viewer of Camunda's and others' modelers, on a page; with the description of our attributes.</summary>
internal sealed partial class BpmnJs(IPage page)
{
    private const int Width = 1200;

    // Below stands the logo of bpmn.io, which is no part of the picture.
    private const int Height = 740;

    private const string Script =
        """
        async ([xml, descriptor]) => {
          document.body.innerHTML = '<div id="canvas" style="width:1200px;height:800px"></div>';
          const viewer = window.viewer = new BpmnJS({ container: '#canvas', moddleExtensions: { gpm: JSON.parse(descriptor) } });
          try {
            const { warnings } = await viewer.importXML(xml);
            viewer.get('canvas').zoom('fit-viewport');
            return { error: null, warnings: warnings.map(warning => warning.message) };
          } catch (problem) {
            return { error: problem.message, warnings: (problem.warnings || []).map(warning => warning.message) };
          }
        }
        """;

    private const string Colours =
        """
        async (png) => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + png;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas.drawImage(image, 0, 0);
          const pixels = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
          const counts = new Map();
          for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) || 0) + 1);
          return [counts.size, pixels.length - Math.max(...counts.values())];
        }
        """;

    private const string Typed =
        """
        () => {
          const found = [], seen = new Set();
          const walk = (value) => {
            if (Array.isArray(value)) return value.forEach(walk);
            if (!value || !value.$type || seen.has(value)) return;
            seen.add(value);
            for (const property of value.$descriptor.properties || []) {
              const content = value.get(property.name);
              if (property.ns.prefix === 'gpm' && content !== undefined && typeof content !== 'object') found.push(`${value.$type} gpm:${property.ns.localName} ${typeof content} ${content}`);
              walk(content);
            }
            walk(value.$children);
            for (const name of Object.keys(value.$attrs || {})) if (name.startsWith('gpm:')) found.push(`${value.$type} ${name} untyped`);
          };
          walk(window.viewer.getDefinitions());
          return found;
        }
        """;

    private static readonly string Descriptor = File.ReadAllText(Path.Combine(Repository.Root, "src", "GpmTool.Bpmn", "Schema", "gpm.moddle.json"));

    /// <summary>Opens the viewer on an empty page.</summary>
    public static async Task<BpmnJs> OpenAsync(IPage page)
    {
        var package = Path.Combine(Repository.Root, "src", "GpmTool.Web", "node_modules", "bpmn-js", "dist");
        await page.SetContentAsync("<!DOCTYPE html><html lang='de'><title>BPMN</title><body></body></html>");
        await page.AddStyleTagAsync(new() { Path = Path.Combine(package, "assets", "diagram-js.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(package, "bpmn-navigated-viewer.production.min.js") });
        return new BpmnJs(page);
    }

    /// <summary>Shows a file; the result is what the viewer says about it, without lines and columns.</summary>
    public async Task<Answer> ShowAsync(string xml)
    {
        var answer = await page.EvaluateAsync<Answer>(Script, new[] { xml, Descriptor });
        return answer with { Warnings = [.. answer.Warnings.Select(warning => Place().Replace(warning, ""))] };
    }

    /// <summary>How many colours the picture has, and how many of its pixels are not of the most frequent one.</summary>
    public async Task<(int Colours, int Pixels)> LookAsync()
    {
        var png = await page.ScreenshotAsync(new() { Clip = new() { X = 8, Y = 8, Width = Width, Height = Height } });
        var counts = await page.EvaluateAsync<int[]>(Colours, Convert.ToBase64String(png));
        return (counts[0], counts[1]);
    }

    /// <summary>Our attributes in the file that is shown: where each stands, its name, its type and its value.</summary>
    public Task<string[]> OwnAttributesAsync() => page.EvaluateAsync<string[]>(Typed);

    // Which element it takes instead of a missing one depends on the order of the processes.
    [GeneratedRegex(@"\s*(line|column): \d+|(?<=^correcting missing bpmnElement .*) to <.*$")]
    private static partial Regex Place();

    /// <summary>What the viewer says.</summary>
    internal sealed record Answer
    {
        public string? Error { get; init; }

        public string[] Warnings { get; init; } = [];
    }
}
