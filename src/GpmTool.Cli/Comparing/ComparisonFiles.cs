using System.Globalization;
using System.Text;
using System.Text.Json;
using GpmTool.Cli.Files;
using GpmTool.Cli.Output;
using GpmTool.Diff;
using GpmTool.Model;

namespace GpmTool.Cli.Comparing;

/// <summary>Reads files that say how to compare.</summary>
internal static class ComparisonFiles
{
    /// <summary>Pinned correspondences.</summary>
    public static async Task<Pins> PinsAsync(string path, CancellationToken cancellation)
    {
        var file = await JsonAsync(path, bytes => JsonSerializer.Deserialize(bytes, ComparisonJson.Default.PinsFile), cancellation);
        return new Pins { Same = Pinned(file.Same), Different = Pinned(file.Different) };
    }

    /// <summary>Weights of the matching; those that are not named keep their default.</summary>
    public static async Task<MatchWeights> WeightsAsync(string path, CancellationToken cancellation)
    {
        var weights = new MatchWeights();
        foreach (var (name, value) in await JsonAsync(path, bytes => JsonSerializer.Deserialize(bytes, ComparisonJson.Default.DictionaryStringDouble), cancellation))
        {
            var weight = Array.Find(typeof(MatchWeights).GetProperties(), property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name)
                ?? throw Unreadable(path, Say.In($"Es gibt kein Gewicht \"{name}\".", $"There is no weight \"{name}\"."));
            weight.SetValue(weights, Convert.ChangeType(value, weight.PropertyType, CultureInfo.InvariantCulture));
        }

        return weights;
    }

    private static ValueList<Pin> Pinned(IReadOnlyList<PinEntry>? entries) => (entries ?? []).Select(entry => new Pin(entry.BeforeId, entry.AfterId)).ToValueList();

    /// <summary>A thesaurus.</summary>
    public static async Task<Thesaurus> ThesaurusAsync(string path, CancellationToken cancellation)
    {
        var bytes = await ModelFile.BytesAsync(path, cancellation);
        try
        {
            return Thesaurus.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (FormatException exception)
        {
            throw Unreadable(path, exception.Message);
        }
    }

    private static async Task<T> JsonAsync<T>(string path, Func<byte[], T?> read, CancellationToken cancellation)
        where T : class
    {
        var bytes = await ModelFile.BytesAsync(path, cancellation);
        try
        {
            return read(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes) ?? throw Unreadable(path, "null");
        }
        catch (JsonException exception)
        {
            throw Unreadable(path, exception.Message);
        }
    }

    private static CommandFailure Unreadable(string path, string why) => new("file-unreadable",
        new($"{path}: {why}", $"{path}: {why}"), new("Die Form steht in docs/cli/diff.md.", "docs/cli/diff.md shows the form."));
}
