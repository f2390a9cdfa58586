namespace GpmTool.Api.Infrastructure.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> to get the next page; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
