using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>The family of a <see cref="TimeDistribution"/>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DistributionKind>))]
public enum DistributionKind
{
    /// <summary>Always <see cref="TimeDistribution.Value"/>.</summary>
    Constant,

    /// <summary>Equally likely between minimum and maximum.</summary>
    Uniform,

    /// <summary>Minimum, most likely value, maximum.</summary>
    Triangular,

    /// <summary>Exponential with a mean.</summary>
    Exponential,

    /// <summary>Normal with mean and standard deviation, cut off at zero.</summary>
    Normal,

    /// <summary>Lognormal; mean and standard deviation are those of the time itself, not of its logarithm.</summary>
    Lognormal,
}

/// <summary>How long something takes: a fixed time or a distribution of times.</summary>
public sealed record TimeDistribution
{
    /// <summary>The family; it decides which parameters are set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DistributionKind Kind { get; init; }

    /// <summary>The time of a constant.</summary>
    public IsoDuration? Value { get; init; }

    /// <summary>The shortest time (uniform, triangular).</summary>
    public IsoDuration? Min { get; init; }

    /// <summary>The most likely time (triangular).</summary>
    public IsoDuration? Mode { get; init; }

    /// <summary>The longest time (uniform, triangular).</summary>
    public IsoDuration? Max { get; init; }

    /// <summary>The mean (exponential, normal, lognormal).</summary>
    public IsoDuration? Mean { get; init; }

    /// <summary>The standard deviation (normal, lognormal).</summary>
    public IsoDuration? StandardDeviation { get; init; }

    /// <summary>A fixed time.</summary>
    public static TimeDistribution Constant(IsoDuration value) => new() { Kind = DistributionKind.Constant, Value = value };

    /// <summary>Any time of the range, equally likely.</summary>
    public static TimeDistribution Uniform(IsoDuration min, IsoDuration max) =>
        new() { Kind = DistributionKind.Uniform, Min = min, Max = max };

    /// <summary>A range with a most likely time.</summary>
    public static TimeDistribution Triangular(IsoDuration min, IsoDuration mode, IsoDuration max) =>
        new() { Kind = DistributionKind.Triangular, Min = min, Mode = mode, Max = max };

    /// <summary>An exponential time.</summary>
    public static TimeDistribution Exponential(IsoDuration mean) => new() { Kind = DistributionKind.Exponential, Mean = mean };

    /// <summary>A normal time.</summary>
    public static TimeDistribution Normal(IsoDuration mean, IsoDuration standardDeviation) =>
        new() { Kind = DistributionKind.Normal, Mean = mean, StandardDeviation = standardDeviation };

    /// <summary>A lognormal time with that mean and standard deviation.</summary>
    public static TimeDistribution Lognormal(IsoDuration mean, IsoDuration standardDeviation) =>
        new() { Kind = DistributionKind.Lognormal, Mean = mean, StandardDeviation = standardDeviation };

    /// <summary>The expected time; null if a parameter is missing (see <see cref="Fault"/>).</summary>
    public TimeSpan? ExpectedTime() => Kind switch
    {
        DistributionKind.Constant => Value?.Length,
        DistributionKind.Uniform => (Min?.Length + Max?.Length) / 2,
        DistributionKind.Triangular => (Min?.Length + Mode?.Length + Max?.Length) / 3,
        _ => Mean?.Length,
    };

    /// <summary>What is wrong with the parameters, in English; null if they fit the family.</summary>
    public string? Fault() => Kind switch
    {
        DistributionKind.Constant => Need((nameof(Value), Value)),
        DistributionKind.Uniform => Need((nameof(Min), Min), (nameof(Max), Max)) ?? Order(Min!.Value, Max!.Value),
        DistributionKind.Triangular => Need((nameof(Min), Min), (nameof(Mode), Mode), (nameof(Max), Max))
            ?? Order(Min!.Value, Mode!.Value) ?? Order(Mode!.Value, Max!.Value),
        DistributionKind.Exponential => Need((nameof(Mean), Mean)),
        _ => Need((nameof(Mean), Mean), (nameof(StandardDeviation), StandardDeviation)),
    };

    private string? Need(params ReadOnlySpan<(string Name, IsoDuration? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            if (value is null) return $"A {Kind} time needs {name}.";
        return null;
    }

    private static string? Order(IsoDuration shorter, IsoDuration longer) =>
        shorter <= longer ? null : $"{shorter} is longer than {longer}.";
}
