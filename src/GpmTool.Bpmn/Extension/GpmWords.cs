namespace GpmTool.Bpmn;

/// <summary>The words of our enumerations in a file: the members' names with a small first letter, as in the GPM view.</summary>
internal static class GpmWords
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Create(name.Length, name, static (text, name) =>
        {
            name.CopyTo(text);
            text[0] = char.ToLowerInvariant(text[0]);
        });
    }
}
