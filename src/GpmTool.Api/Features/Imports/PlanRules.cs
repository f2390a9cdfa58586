using System.Globalization;
using FluentValidation;
using GpmTool.Api.Features.Authorities;
using GpmTool.Api.Features.Catalogue;
using GpmTool.Api.Features.Catalogue.Layout;

namespace GpmTool.Api.Features.Imports;

/// <summary>Holds the entries of a package to the rules that requests are held to.</summary>
internal static class PlanRules
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("en")];
    private static readonly CreateAuthorityValidator Authorities = new();
    private static readonly CreatePolicyFieldValidator Fields = new();
    private static readonly CreateProcessGroupValidator Groups = new();
    private static readonly CreateProcessValidator Processes = new();

    /// <summary>What is wrong with an authority.</summary>
    public static ItemProblem? Check(LayoutAuthority plan) => Check(Authorities, new CreateAuthorityRequest(plan.Key, plan.Name, plan.Kind, plan.ShortName, plan.ValidFrom, plan.ValidUntil, plan.IsSample, plan.Description));

    /// <summary>What is wrong with a policy field.</summary>
    public static ItemProblem? Check(LayoutField plan) => Check(Fields, new CreatePolicyFieldRequest(plan.Key, plan.Name, plan.Description, plan.CoordinatingAuthority));

    /// <summary>What is wrong with a process group.</summary>
    public static ItemProblem? Check(GroupPlan plan) => Check(Groups, new CreateProcessGroupRequest(plan.Group.Key, plan.Group.Name, plan.PolicyField, plan.Group.Standard, plan.Group.SortOrder ?? 0, plan.Group.Description));

    /// <summary>What is wrong with a process.</summary>
    public static ItemProblem? Check(LayoutProcess plan) => Check(Processes, new CreateProcessRequest(plan.Key, plan.PolicyField, plan.Group, plan.Content));

    private static ItemProblem? Check<T>(AbstractValidator<T> validator, T request)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var texts = new List<string>();
            foreach (var language in Languages)
            {
                CultureInfo.CurrentUICulture = language;
                var result = validator.Validate(request);
                if (result.IsValid) return null;
                texts.Add(string.Join(' ', result.Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}")));
            }

            return ItemProblem.Invalid(texts[0], texts[1]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
