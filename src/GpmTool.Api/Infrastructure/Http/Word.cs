namespace GpmTool.Api.Infrastructure.Http;

/// <summary>A value of an enumeration in the address, spelt as in JSON; case does not count.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct Word<TEnum>(TEnum Value)
    where TEnum : struct, Enum
{
    /// <summary>Reads a word; numbers are refused.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Word<TEnum> word)
    {
        var known = Enum.GetNames<TEnum>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        word = known is null ? default : new Word<TEnum>(Enum.Parse<TEnum>(known));
        return known is not null;
    }

    /// <summary>The word as in JSON.</summary>
    public override string ToString() => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());
}
