using GpmTool.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Storage;

/// <summary>Two who write the same at the same moment.</summary>
internal static class Collisions
{
    // Of those who collide one gets through each time, so this is how many may come at once.
    private const int Attempts = 50;

    /// <summary>
    /// Does work that adds something, whatever others have added meanwhile: after a collision it begins again on what is there then.
    /// Work that changes what somebody has seen is not for this; it asks for the ETag and fails with 412.
    /// </summary>
    /// <param name="context">The context the work reads and saves with; what it holds is forgotten after a collision.</param>
    /// <param name="work">Reads, adds, saves and gives the answer.</param>
    public static async Task<T> AddInTurnAsync<T>(this GpmDbContext context, Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.IsCollision())
            {
                context.Forget();
            }
        }
    }

    /// <summary>Another has changed the row, or added one that may be there once.</summary>
    public static bool IsCollision(this DbUpdateException exception) => exception is DbUpdateConcurrencyException || exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == 19, // constraint
        SqlException server => server.Number is 2601 or 2627, // unique index, unique constraint
        _ => false,
    };
}
