namespace GpmTool.Api.Infrastructure.Rights;

/// <summary>What somebody can be allowed to do. Each endpoint of the API needs one of these.</summary>
internal enum Right
{
    /// <summary>See and end one's own session, change one's own password.</summary>
    OwnSession,

    /// <summary>Read policy fields, groups and authorities; check documents that are sent along; verify the audit chain.</summary>
    ReadMasterData,

    /// <summary>Read processes, models, comparisons, publications and exports.</summary>
    ReadContent,

    /// <summary>Read times and staffing of an Ist before its authority released them.</summary>
    ReadStaffData,

    /// <summary>Release times and staffing of an Ist.</summary>
    ReleaseStaffData,

    /// <summary>Create and change models and their drafts.</summary>
    EditModels,

    /// <summary>Create, change and archive processes and what belongs to the whole field.</summary>
    EditProcesses,

    /// <summary>Publish a Soll.</summary>
    Publish,

    /// <summary>Lead a Soll through its life cycle: submit, open and conclude reviews, approve, roll out, withdraw.</summary>
    SteerSoll,

    /// <summary>Read reviews.</summary>
    ReadReviews,

    /// <summary>Comment in reviews.</summary>
    CommentOnReviews,

    /// <summary>Take the position of an authority in a review.</summary>
    CoSign,

    /// <summary>Import: each item of a package needs it for what would be written.</summary>
    Import,

    /// <summary>Create, change and archive policy fields, groups and authorities.</summary>
    EditMasterData,

    /// <summary>Read the audit chain.</summary>
    ReadAudit,

    /// <summary>Manage accounts, roles and keys.</summary>
    ManageAccounts,
}

/// <summary>What a key is made for.</summary>
internal enum Scope
{
    /// <summary>Read.</summary>
    Read,

    /// <summary>Read times and staffing that are not released.</summary>
    Staff,

    /// <summary>Write processes and models.</summary>
    Models,

    /// <summary>Publish, and lead a Soll through its life cycle.</summary>
    Publish,

    /// <summary>Import.</summary>
    Import,

    /// <summary>Master data, audit, accounts and keys.</summary>
    Administer,
}

/// <summary>How far a role carries a right.</summary>
internal enum Bound
{
    /// <summary>Everywhere.</summary>
    Everywhere,

    /// <summary>In the policy field of the grant.</summary>
    Field,

    /// <summary>What belongs to the whole policy field of the grant, such as its Soll; not the Ist of an authority.</summary>
    OfField,

    /// <summary>What is of the grant's authority: its Ist, its position in a review.</summary>
    Authority,

    /// <summary>The one review of a guest's link.</summary>
    Review,

    /// <summary>What the key covers: its field and, where it writes, its authority.</summary>
    Key,

    /// <summary>Only a key that is bound to nothing.</summary>
    UnboundKey,
}
