using System.ComponentModel;
using FluentValidation;
using GpmTool.Api.Infrastructure.Problems;
using Microsoft.AspNetCore.Mvc;

namespace GpmTool.Api.Infrastructure.Paging;

/// <summary>Which page of a list is wanted, in which order.</summary>
internal sealed record PageQuery(
    [property: FromQuery(Name = "cursor"), Description("nextCursor of the previous page; omit for the first page")] string? Cursor,
    [property: FromQuery(Name = "limit"), Description("entries per page, 1 to 200, 50 unless told")] int? Limit,
    [property: FromQuery(Name = "sort"), Description("field to sort by; a leading hyphen sorts descending")] string? Sort)
{
    /// <summary>Most entries one page can have.</summary>
    public const int MaxLimit = 200;

    /// <summary>Entries on a page when the request does not say.</summary>
    public const int DefaultLimit = 50;
}

/// <summary>Checks the size of the page; sort field and cursor are checked by the list, which knows them.</summary>
internal sealed class PageQueryValidator : AbstractValidator<PageQuery>
{
    /// <summary>Creates the rules.</summary>
    public PageQueryValidator() => RuleFor(query => query.Limit)
        .InclusiveBetween(1, PageQuery.MaxLimit)
        .WithMessage(_ => new Text(
            $"limit liegt zwischen 1 und {PageQuery.MaxLimit}.",
            $"limit is between 1 and {PageQuery.MaxLimit}.").ToString());
}
