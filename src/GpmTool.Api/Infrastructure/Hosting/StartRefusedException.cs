namespace GpmTool.Api.Infrastructure.Hosting;

/// <summary>The server must not start. The message says why and what to do; no stack trace is wanted.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
