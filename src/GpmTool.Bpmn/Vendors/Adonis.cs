using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// Times that ADONIS writes on steps. A time is <c>YY:DDD:HH:MM:SS</c> or a number of seconds; zero means that nobody
/// recorded it, because ADONIS writes it on every step.
/// </summary>
internal static class Adonis
{
    private const string Namespace = "http://www.boc-group.com";

    public static StepAttributes? Step(ValueList<RawElement> raw)
    {
        TimeSpan execution = default, waiting = default, resting = default, transport = default;
        foreach (var extensions in raw.AsSpan())
        {
            foreach (var instance in extensions.Children.AsSpan())
            {
                if (instance.Namespace != Namespace) continue;
                foreach (var attribute in instance.Children.AsSpan())
                {
                    if (attribute.Attributes.IsEmpty || attribute.Attributes[0].Value is not ['A', '_', ..]) continue;
                    switch (attribute.Attributes[0].Value)
                    {
                        case "A_EXECUTION_TIME": execution = Time(attribute); break;
                        case "A_WAITING_TIME": waiting = Time(attribute); break;
                        case "A_RESTING_TIME": resting = Time(attribute); break;
                        case "A_TRANSPORT_TIME": transport = Time(attribute); break;
                    }
                }
            }
        }

        if (execution + waiting + resting + transport <= TimeSpan.Zero) return null;
        return new StepAttributes { ProcessingTime = Of(execution), WaitingTime = Of(waiting + resting), TransportTime = Of(transport) };
    }

    private static TimeDistribution? Of(TimeSpan time) => time > TimeSpan.Zero ? TimeDistribution.Constant(IsoDuration.From(time)) : null;

    private static TimeSpan Time(RawElement attribute)
    {
        foreach (var child in attribute.Children.AsSpan())
        {
            if (VendorDefaults.Local(child) != "value") continue;
            var text = XmlCursor.TextOf(child.Children).Trim();
            var parts = text.Split(':');
            if (parts.Length == 5 && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
                return numbers[0] < 1000 && numbers[1] < 10_000 && numbers[2] < 10_000 ? new TimeSpan((numbers[0] * 365) + numbers[1], numbers[2], numbers[3], numbers[4]) : default;
            }

            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : default;
        }

        return default;
    }
}
