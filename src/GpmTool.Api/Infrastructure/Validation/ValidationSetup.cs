using System.Text.Json;
using FluentValidation;
using GpmTool.Api.Infrastructure.Problems;

namespace GpmTool.Api.Infrastructure.Validation;

/// <summary>Validates every argument of a handler that has a validator.</summary>
internal static class ValidationSetup
{
    /// <summary>Registers all validators of the host; field names come out as in the JSON.</summary>
    public static void AddValidation(this IServiceCollection services)
    {
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Singleton, includeInternalTypes: true);
    }

    /// <summary>Adds validation to all endpoints of a group. An endpoint without a validated argument pays nothing.</summary>
    public static TBuilder WithValidation<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilterFactory((factory, next) =>
        {
            var validators = factory.MethodInfo.GetParameters()
                .Select((parameter, index) => (index, validator: factory.ApplicationServices.GetService(
                    typeof(IValidator<>).MakeGenericType(parameter.ParameterType)) as IValidator))
                .Where(pair => pair.validator is not null)
                .ToArray();
            if (validators.Length == 0) return next;
            return async invocation =>
            {
                foreach (var (index, validator) in validators)
                {
                    var context = new ValidationContext<object>(invocation.Arguments[index]!);
                    var result = await validator!.ValidateAsync(context, invocation.HttpContext.RequestAborted);
                    if (!result.IsValid) return Failure.Validation(result.ToDictionary().AsReadOnly());
                }

                return await next(invocation);
            };
        });
}
