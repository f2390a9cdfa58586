using System.Text;

namespace GpmTool.Cli.Server;

/// <summary>The query of an address; what is null is left out.</summary>
internal sealed class QueryText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a parameter.</summary>
    public QueryText Add(string name, string? value)
    {
        if (value is not null) _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
