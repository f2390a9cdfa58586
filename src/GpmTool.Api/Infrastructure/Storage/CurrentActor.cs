using GpmTool.Persistence;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary>Who sends the request. Until accounts exist everybody at this machine is the same actor.</summary>
internal sealed class CurrentActor
{
    /// <summary>The actor of the request.</summary>
    public Actor Actor { get; } = Actor.Local;
}
