using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Features.Notifications;

/// <summary>Whether recipients may still read what they are told about when the mail goes out.</summary>
internal static class Recipients
{
    /// <summary>The rows that the account may still read about.</summary>
    public static async Task<List<Notification>> ReadableAsync(GpmDbContext context, Guid account, IEnumerable<Notification> rows, CancellationToken cancellation)
    {
        var grants = await context.RoleGrants.AsNoTracking().Where(row => row.AccountId == account).Select(row => new Grant(row.Role, row.AuthorityId, row.PolicyFieldId)).ToListAsync(cancellation);
        var fields = RightsTable.Fields(new Caller(account, IsProgram: false, grants, new HashSet<Scope>()), Right.ReadContent);
        return [.. rows.Where(row => row.FieldId is not { } field || fields is null || fields.Contains(field))];
    }
}
