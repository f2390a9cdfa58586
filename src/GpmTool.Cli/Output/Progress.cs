namespace GpmTool.Cli.Output;

/// <summary>A bar on the error output for long work; nothing where that is no terminal.</summary>
internal sealed class Progress : IDisposable
{
    private const int Width = 30;

    private static Progress? _shown;

    private readonly string _label;
    private readonly TimeProvider _time;
    private long _drawnAt;

    private Progress(string label, TimeProvider time) => (_label, _time) = (label, time);

    /// <summary>Begins a bar.</summary>
    public static Progress Begin(string label) => new(label, TimeProvider.System);

    /// <summary>Shows how far it is; without a total only the count.</summary>
    public void Report(long done, long? total, Func<long, string>? show = null)
    {
        if (!Terminal.Error.IsTerminal) return;
        if (_shown == this && done != total && _time.GetElapsedTime(_drawnAt).TotalMilliseconds < 80) return;
        _drawnAt = _time.GetTimestamp();
        show ??= count => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var filled = total is > 0 ? (int)(Width * Math.Min(done, total.Value) / total.Value) : 0;
        var bar = total is > 0 ? $"[{new string('#', filled)}{new string('.', Width - filled)}] {show(done)}/{show(total.Value)}" : show(done);
        Terminal.Error.Raw($"\r\e[K{_label} {bar}");
        _shown = this;
    }

    /// <summary>Takes the bar away, so that a line can be written.</summary>
    public static void Clear()
    {
        if (_shown is null) return;
        Terminal.Error.Raw("\r\e[K");
        _shown = null;
    }

    /// <inheritdoc />
    public void Dispose() => Clear();
}
