using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>Writes an enumeration as its camelCase name, as BPMN and Elsa do; numbers are refused when read.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
