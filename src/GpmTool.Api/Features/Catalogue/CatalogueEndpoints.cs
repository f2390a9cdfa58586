using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;

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
        fields.MapGet("", PolicyFieldOperations.ListAsync).WithName("ListPolicyFields");
        fields.MapPost("", PolicyFieldOperations.CreateAsync).WithName("CreatePolicyField").Fails(Creating);
        fields.MapGet("{key}", PolicyFieldOperations.GetAsync).WithName("GetPolicyField").Fails(Reading);
        fields.MapPut("{key}", PolicyFieldOperations.ChangeAsync).WithName("ChangePolicyField").Fails(Changing);
        fields.MapPost("{key}/archive", PolicyFieldOperations.ArchiveAsync).WithName("ArchivePolicyField").Fails(Changing);

        var groups = routes.MapFeature("process-groups", "Catalogue");
        groups.MapGet("", ProcessGroupOperations.ListAsync).WithName("ListProcessGroups");
        groups.MapPost("", ProcessGroupOperations.CreateAsync).WithName("CreateProcessGroup").Fails(Creating);
        groups.MapGet("{key}", ProcessGroupOperations.GetAsync).WithName("GetProcessGroup").Fails(Reading);
        groups.MapPut("{key}", ProcessGroupOperations.ChangeAsync).WithName("ChangeProcessGroup").Fails(Changing);
        groups.MapPost("{key}/archive", ProcessGroupOperations.ArchiveAsync).WithName("ArchiveProcessGroup").Fails(Changing);

        var processes = routes.MapFeature("processes", "Catalogue");
        processes.MapGet("", ListProcesses.HandleAsync).WithName("ListProcesses");
        processes.MapPost("", ProcessOperations.CreateAsync).WithName("CreateProcess").Fails(Creating);
        processes.MapGet("{key}", ProcessOperations.GetAsync).WithName("GetProcess").Fails(Reading);
        processes.MapPut("{key}", ProcessOperations.ChangeAsync).WithName("ChangeProcess").Fails(Changing);
        processes.MapPost("{key}/archive", ProcessOperations.ArchiveAsync).WithName("ArchiveProcess").Fails(Changing);
        processes.MapGet("{key}/callers", ProcessCalls.CallersAsync).WithName("ListCallers").Fails(Reading);
        processes.MapGet("{key}/callees", ProcessCalls.CalleesAsync).WithName("ListCallees").Fails(Reading);
    }
}
