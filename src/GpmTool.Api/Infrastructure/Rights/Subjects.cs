using GpmTool.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GpmTool.Api.Infrastructure.Rights;

/// <summary>What requests are about, found by what stands in their address or body.</summary>
internal static class Subjects
{
    /// <summary>The model <c>{id}</c> of the address.</summary>
    public static async Task<Subject?> Model(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation) =>
        Guid.TryParse(invocation.HttpContext.GetRouteValue("id")?.ToString(), out var id) ? await OfModelAsync(context, id, cancellation) : null;

    /// <summary>The process <c>{key}</c> of the address.</summary>
    public static Task<Subject?> Process(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation) =>
        OfProcessAsync(context, invocation.HttpContext.GetRouteValue("key")?.ToString(), null, cancellation);

    /// <summary>The model that a request begins: <c>{key}</c> of the address, <c>authority</c> of the query.</summary>
    public static async Task<Subject?> NewModel(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation)
    {
        var (http, key) = (invocation.HttpContext, invocation.HttpContext.GetRouteValue("key")?.ToString());
        if (http.Request.Query["authority"].ToString() is not { Length: > 0 } authority) return await OfProcessAsync(context, key, null, cancellation);
        // An authority that does not exist is nobody's: the caller must not learn more than that it may not.
        var owner = await context.Authorities.Where(row => row.Key == authority).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
        return await OfProcessAsync(context, key, owner, cancellation);
    }

    /// <summary>The policy field that a member of the body names.</summary>
    public static SubjectFinder Field<TRequest>(Func<TRequest, string?> key) => async (invocation, context, cancellation) =>
    {
        var wanted = invocation.Arguments.OfType<TRequest>().Select(key).FirstOrDefault();
        return await context.PolicyFields.Where(row => row.Key == wanted).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation) is { } field ? new Subject(field) : null;
    };

    /// <summary>The model that a member of the body names.</summary>
    public static SubjectFinder ModelOf<TRequest>(Func<TRequest, Guid> id) => async (invocation, context, cancellation) =>
        invocation.Arguments.OfType<TRequest>().Select(key => (Guid?)id(key)).FirstOrDefault() is { } wanted ? await OfModelAsync(context, wanted, cancellation) : null;

    /// <summary>The policy field <c>{key}</c> of the address.</summary>
    public static async Task<Subject?> PolicyField(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation)
    {
        var key = invocation.HttpContext.GetRouteValue("key")?.ToString();
        return await context.PolicyFields.Where(row => row.Key == key).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation) is { } field ? new Subject(field) : null;
    }

    /// <summary>The policy field of the model that a parameter of the query names.</summary>
    public static SubjectFinder FieldOfModel(string parameter) => async (invocation, context, cancellation) =>
        Guid.TryParse(invocation.HttpContext.Request.Query[parameter], out var id) && await OfModelAsync(context, id, cancellation) is { } model ? new Subject(model.FieldId) : null;

    /// <summary>The model that a member of the body names, if it names one; else the caller's own work.</summary>
    public static SubjectFinder OptionalModelOf<TRequest>(Func<TRequest, Guid?> id) => async (invocation, context, cancellation) =>
        invocation.Arguments.OfType<TRequest>().Select(id).FirstOrDefault() is { } wanted ? await OfModelAsync(context, wanted, cancellation) : null;

    /// <summary>The review <c>{id}</c> of the address.</summary>
    public static async Task<Subject?> Review(EndpointFilterInvocationContext invocation, GpmDbContext context, CancellationToken cancellation) =>
        Guid.TryParse(invocation.HttpContext.GetRouteValue("id")?.ToString(), out var id) && await context.Reviews.Where(row => row.Id == id).Select(row => (Guid?)row.PolicyFieldId).SingleOrDefaultAsync(cancellation) is { } field
            ? new Subject(field, null, id)
            : null;

    /// <summary>The position in the review <c>{id}</c> of the authority that a member of the body names. An authority that does not exist is nobody's.</summary>
    public static SubjectFinder PositionOf<TRequest>(Func<TRequest, string?> key) => async (invocation, context, cancellation) =>
    {
        if (await Review(invocation, context, cancellation) is not { } review) return null;
        var wanted = invocation.Arguments.OfType<TRequest>().Select(key).FirstOrDefault();
        return review with { AuthorityId = await context.Authorities.Where(row => row.Key == wanted).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation) };
    };

    private static async Task<Subject?> OfModelAsync(GpmDbContext context, Guid id, CancellationToken cancellation)
    {
        var found = await (
            from model in context.Models.AsNoTracking()
            join process in context.Processes on model.ProcessId equals process.Id
            where model.Id == id
            select new { process.PolicyFieldId, model.AuthorityId }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new Subject(found.PolicyFieldId, found.AuthorityId);
    }

    private static async Task<Subject?> OfProcessAsync(GpmDbContext context, string? key, Guid? authority, CancellationToken cancellation) =>
        await context.Processes.Where(row => row.Key == key).Select(row => (Guid?)row.PolicyFieldId).SingleOrDefaultAsync(cancellation) is { } field ? new Subject(field, authority) : null;
}
