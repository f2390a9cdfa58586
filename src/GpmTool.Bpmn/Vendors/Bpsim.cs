using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Parameters of the first scenario of BPSim data (WfMC, Business Process Simulation Specification 1.0): times, fixed
/// costs and the shares of flows. Numbers without a unit of the scenario are not taken.
/// </summary>
internal sealed class Bpsim
{
    private const string Namespace = "http://www.bpsim.org/schemas/1.0";

    private readonly Dictionary<string, RawElement> _parameters = new(StringComparer.Ordinal);
    private readonly double? _secondsPerUnit;
    private readonly string? _currency;

    private Bpsim(RawElement scenario)
    {
        foreach (var child in scenario.Children.AsSpan())
        {
            if (VendorDefaults.Local(child) == "ScenarioParameters")
            {
                _secondsPerUnit = VendorDefaults.Attribute(child, "baseTimeUnit") switch { "ms" => 0.001, "s" => 1, "min" => 60, "hour" => 3600, "day" => 86_400, _ => null };
                _currency = VendorDefaults.Attribute(child, "baseCurrencyUnit");
            }
            else if (VendorDefaults.Local(child) == "ElementParameters" && VendorDefaults.Attribute(child, "elementRef") is { } element)
            {
                _parameters.TryAdd(element, child);
            }
        }
    }

    public static Bpsim? Find(ValueList<RawElement> raw)
    {
        foreach (var element in raw.AsSpan())
        {
            if (element.Namespace == Namespace && VendorDefaults.Local(element) == "Scenario") return new Bpsim(element);
            if (VendorDefaults.Local(element) is "relationship" or "extensionElements" or "BPSimData" && Find(element.Children) is { } found) return found;
        }

        return null;
    }

    public StepAttributes? Step(string id)
    {
        if (!_parameters.TryGetValue(id, out var parameters)) return null;
        var times = Child(parameters, "TimeParameters");
        var step = new StepAttributes
        {
            ProcessingTime = Time(Child(times, "ProcessingTime")),
            WaitingTime = Time(Child(times, "WaitTime")),
            TransportTime = Time(Child(times, "TransferTime")),
            Cost = Cost(Child(Child(parameters, "CostParameters"), "FixedCost")),
        };
        return step == new StepAttributes() ? null : step;
    }

    public Probability? Share(string id) =>
        _parameters.TryGetValue(id, out var parameters) && Number(Value(Child(Child(parameters, "ControlParameters"), "Probability")), "value") is { } share and >= 0 and <= 1 ? Probability.Of(share) : null;

    private TimeDistribution? Time(RawElement? parameter)
    {
        if (Value(parameter) is not { } value) return null;
        IsoDuration? Length(string name)
        {
            if (_secondsPerUnit is not { } unit || Number(value, name) is not { } number) return null;
            return number * unit is >= 0 and < 1e9 ? IsoDuration.From(TimeSpan.FromSeconds(number * unit)) : null;
        }

        var time = VendorDefaults.Local(value) switch
        {
            "DurationParameter" => IsoDuration.TryParse(VendorDefaults.Attribute(value, "value"), null, out var duration) ? TimeDistribution.Constant(duration) : null,
            "NumericParameter" or "FloatingParameter" => Length("value") is { } length ? TimeDistribution.Constant(length) : null,
            "TriangularDistribution" => new TimeDistribution { Kind = DistributionKind.Triangular, Min = Length("min"), Mode = Length("mode"), Max = Length("max") },
            "UniformDistribution" => new TimeDistribution { Kind = DistributionKind.Uniform, Min = Length("min"), Max = Length("max") },
            "NegativeExponentialDistribution" => new TimeDistribution { Kind = DistributionKind.Exponential, Mean = Length("mean") },
            "NormalDistribution" => new TimeDistribution { Kind = DistributionKind.Normal, Mean = Length("mean"), StandardDeviation = Length("standardDeviation") },
            "LogNormalDistribution" => new TimeDistribution { Kind = DistributionKind.Lognormal, Mean = Length("mean"), StandardDeviation = Length("standardDeviation") },
            _ => null,
        };
        return time?.Fault() is null ? time : null;
    }

    private Money? Cost(RawElement? parameter) =>
        _currency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) && Number(Value(parameter), "value") is { } amount and > -1e12 and < 1e12 ? Money.Of((decimal)amount, currency) : null;

    private static RawElement? Child(RawElement? element, string name)
    {
        foreach (var child in (element?.Children ?? default).AsSpan())
            if (VendorDefaults.Local(child) == name) return child;
        return null;
    }

    private static RawElement? Value(RawElement? parameter)
    {
        foreach (var child in (parameter?.Children ?? default).AsSpan())
            if (child.Kind == RawKind.Element && VendorDefaults.Local(child) != "ResultRequest") return child;
        return null;
    }

    private static double? Number(RawElement? element, string name) =>
        element is not null && double.TryParse(VendorDefaults.Attribute(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
