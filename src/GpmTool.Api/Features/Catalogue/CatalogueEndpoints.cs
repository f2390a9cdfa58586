using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Catalogue;

/// <summary>Policy fields, process groups and processes.</summary>
internal static class CatalogueEndpoints
{
    private static readonly int[] Reading = [StatusCodes.Status404NotFound];
    private static readonly int[] Creating = [StatusCodes.Status409Conflict];
    private static readonly int[] Changing = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];

    /// <summary>Maps the routes.</summary>
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        var fields = routes.MapFeature("policy-fields", "Catalogue");
        fields.MapGet("", PolicyFieldOperations.ListAsync).WithName("ListPolicyFields").Needs(Right.ReadMasterData);
        fields.MapPost("", PolicyFieldOperations.CreateAsync).WithName("CreatePolicyField").Needs(Right.EditMasterData).Fails(Creating);
        fields.MapGet("{key}", PolicyFieldOperations.GetAsync).WithName("GetPolicyField").Needs(Right.ReadMasterData).Fails(Reading);
        fields.MapPut("{key}", PolicyFieldOperations.ChangeAsync).WithName("ChangePolicyField").Needs(Right.EditMasterData).Fails(Changing);
        fields.MapPost("{key}/archive", PolicyFieldOperations.ArchiveAsync).WithName("ArchivePolicyField").Needs(Right.EditMasterData).Fails(Changing);

        var groups = routes.MapFeature("process-groups", "Catalogue");
        groups.MapGet("", ProcessGroupOperations.ListAsync).WithName("ListProcessGroups").Needs(Right.ReadMasterData);
        groups.MapPost("", ProcessGroupOperations.CreateAsync).WithName("CreateProcessGroup").Needs(Right.EditMasterData).Fails(Creating);
        groups.MapGet("{key}", ProcessGroupOperations.GetAsync).WithName("GetProcessGroup").Needs(Right.ReadMasterData).Fails(Reading);
        groups.MapPut("{key}", ProcessGroupOperations.ChangeAsync).WithName("ChangeProcessGroup").Needs(Right.EditMasterData).Fails(Changing);
        groups.MapPost("{key}/archive", ProcessGroupOperations.ArchiveAsync).WithName("ArchiveProcessGroup").Needs(Right.EditMasterData).Fails(Changing);

        var processes = routes.MapFeature("processes", "Catalogue");
        processes.MapGet("", ListProcesses.HandleAsync).WithName("ListProcesses").Needs(Right.ReadContent);
        processes.MapPost("", ProcessOperations.CreateAsync).WithName("CreateProcess").Needs(Right.EditProcesses, Subjects.Field<CreateProcessRequest>(request => request.PolicyField)).Fails(Creating);
        processes.MapGet("{key}", ProcessOperations.GetAsync).WithName("GetProcess").Needs(Right.ReadContent).Fails(Reading);
        processes.MapPut("{key}", ProcessOperations.ChangeAsync).WithName("ChangeProcess").Needs(Right.EditProcesses, Subjects.Process).Fails(Changing);
        processes.MapPost("{key}/archive", ProcessOperations.ArchiveAsync).WithName("ArchiveProcess").Needs(Right.EditProcesses, Subjects.Process).Fails(Changing);
        processes.MapGet("{key}/callers", ProcessCalls.CallersAsync).WithName("ListCallers").Needs(Right.ReadContent).Fails(Reading);
        processes.MapGet("{key}/callees", ProcessCalls.CalleesAsync).WithName("ListCallees").Needs(Right.ReadContent).Fails(Reading);
    }
}
