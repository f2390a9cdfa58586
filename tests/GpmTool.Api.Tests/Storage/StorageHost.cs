using GpmTool.Api.Infrastructure.Storage;
using GpmTool.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GpmTool.Api.Tests.Storage;

/// <summary>Only the storage of the program, as it is before the start.</summary>
internal static class StorageHost
{
    /// <summary>On a file of this folder.</summary>
    public static WebApplication Sqlite(string folder, params (string Key, string Value)[] settings) =>
        Build([("Data:Folder", folder), ("Logging:LogLevel:Default", "Warning"), .. settings], _ => { });

    /// <summary>On SQL Server, or what stands for it.</summary>
    public static WebApplication SqlServer(FakeSqlServer server) =>
        Build(SqlServerHost.Settings, services => services.ConfigureDbContext<GpmDbContext>(options => options.AddInterceptors(server)));

    private static WebApplication Build(IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddStorage();
        configure(builder.Services);
        return builder.Build();
    }
}
