namespace GpmTool.Cli.Tests.Infrastructure;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("gpm-cli-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Writes a file, with the folders it stands in.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public override string ToString() => _path;

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
