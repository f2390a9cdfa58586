using GpmTool.Api.Features.Catalogue.Layout;
using GpmTool.Api.Infrastructure.Search;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Imports;

/// <summary>Entries of the catalogue as files say them, and back.</summary>
internal static class Plans
{
    /// <summary>An authority as a file.</summary>
    public static LayoutAuthority Of(Authority row, string? successor) => new(row.Key, row.Name, row.Kind, row.ShortName, row.Description, row.ValidFrom, row.ValidUntil, successor, row.IsSample, row.ArchivedAt);

    /// <summary>A policy field as a file, without its groups.</summary>
    public static LayoutField Of(PolicyField row, string? coordinatingAuthority) => new(row.Key, row.Name, row.Description, coordinatingAuthority, row.ArchivedAt);

    /// <summary>A process group as a file.</summary>
    public static LayoutGroup Of(ProcessGroup row) => new(row.Key, row.Name, row.Description, row.Standard, row.SortOrder, row.ArchivedAt);

    /// <summary>Whether a file says of a process what the catalogue says.</summary>
    public static bool Same(Process row, LayoutProcess wanted) =>
        LayoutJson.Write(LayoutProcess.Of(row, wanted.PolicyField, wanted.Group, [])).AsSpan().SequenceEqual(LayoutJson.Write(Normal(wanted)));

    /// <summary>Writes what a file says into a row.</summary>
    public static void Into(LayoutAuthority plan, Authority row, Guid? successorId) =>
        (row.Name, row.Kind, row.ShortName, row.Description, row.ValidFrom, row.ValidUntil, row.SuccessorId, row.IsSample, row.ArchivedAt) =
        (plan.Name, plan.Kind, plan.ShortName, plan.Description, plan.ValidFrom, plan.ValidUntil, successorId, plan.IsSample, plan.ArchivedAt);

    /// <summary>Writes what a file says into a row.</summary>
    public static void Into(LayoutField plan, PolicyField row, Guid? authorityId) =>
        (row.Name, row.Description, row.CoordinatingAuthorityId, row.ArchivedAt) = (plan.Name, plan.Description, authorityId, plan.ArchivedAt);

    /// <summary>Writes what a file says into a row.</summary>
    public static void Into(LayoutGroup plan, ProcessGroup row, Guid fieldId) =>
        (row.Name, row.Description, row.Standard, row.SortOrder, row.PolicyFieldId, row.ArchivedAt) = (plan.Name, plan.Description, plan.Standard, plan.SortOrder ?? 0, fieldId, plan.ArchivedAt);

    /// <summary>Writes what a file says into a row.</summary>
    public static void Into(LayoutProcess plan, Process row, Guid fieldId, Guid groupId, GermanSearch search)
    {
        (row.PolicyFieldId, row.ProcessGroupId, row.ArchivedAt) = (fieldId, groupId, plan.ArchivedAt);
        plan.Content.Into(row, search);
    }

    /// <summary>What the audit chain calls a kind.</summary>
    public static string AuditKind(ImportItemKind kind) => kind switch
    {
        ImportItemKind.Authority => "authority",
        ImportItemKind.PolicyField => "policy-field",
        ImportItemKind.ProcessGroup => "process-group",
        _ => "process",
    };

    // An empty list and a missing one say the same.
    private static LayoutProcess Normal(LayoutProcess plan)
    {
        var row = new Process { Key = plan.Key, Name = plan.Name, SearchText = "", ArchivedAt = plan.ArchivedAt };
        plan.Content.Describe(row);
        return LayoutProcess.Of(row, plan.PolicyField, plan.Group, []);
    }
}
