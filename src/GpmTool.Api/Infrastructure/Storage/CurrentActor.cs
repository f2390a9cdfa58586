using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary>Who sends the request; the gate sets it before any handler runs.</summary>
internal sealed class CurrentActor
{
    private Caller? known;

    /// <summary>The caller.</summary>
    public Caller Caller
    {
        get => known ?? throw new InvalidOperationException("Nobody is known to send this request.");
        set => known = value;
    }

    /// <summary>The caller, or null where nobody needs to be known.</summary>
    public Caller? CallerOrNull => known;

    /// <summary>The actor of the request.</summary>
    public Actor Actor => new(Caller.Id.ToString());
}
