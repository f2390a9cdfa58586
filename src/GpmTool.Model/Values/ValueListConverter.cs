using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GpmTool.Model;

internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;
}

internal sealed class ValueListConverter<T>(JsonSerializerOptions options) : JsonConverter<ValueList<T>>
{
    private JsonTypeInfo<T>? _item;
    private JsonConverter<T>? _reader;

    private JsonTypeInfo<T> Item => _item ??= (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    // JsonSerializer.Deserialize would look for the end of every item first, and so read each level of nesting once more.
    private JsonConverter<T> Reader => _reader ??= (JsonConverter<T>)Item.Converter;

    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An array is expected here.");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null) throw new JsonException("A list may not hold null.");
            items.Add(Reader.Read(ref reader, typeof(T), options)!);
        }

        return items.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value.AsSpan()) JsonSerializer.Serialize(writer, item, Item);
        writer.WriteEndArray();
    }
}
