using GpmTool.Api.Features.LifeCycle;
using GpmTool.Diff;
using GpmTool.Persistence;

namespace GpmTool.Api.Features.Reviews;

/// <summary>A review in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="ProcessName">The name of the process.</param>
/// <param name="ModelId">The model of the Soll.</param>
/// <param name="State">How far it is.</param>
/// <param name="Round">The present round.</param>
/// <param name="Version">The number of the version under review.</param>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="OpenedAt">When it was opened (UTC).</param>
/// <param name="ConcludedAt">When it ended (UTC).</param>
internal sealed record ReviewListItem(Guid Id, string Process, string ProcessName, Guid ModelId, ReviewState State, int Round, int Version, DateTime Deadline, DateTime OpenedAt, DateTime? ConcludedAt);

/// <summary>Who did something, and when.</summary>
/// <param name="By">Who (opaque id).</param>
/// <param name="Name">The name; null where it was erased, and for guests.</param>
/// <param name="At">When (UTC).</param>
internal sealed record ActResponse(string By, string? Name, DateTime At);

/// <summary>A round.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Version">The number of the version of the Soll.</param>
/// <param name="Note">What was said about it.</param>
/// <param name="Opened">When, and by whom.</param>
/// <param name="Comparisons">The comparisons it is about: the keys of the authorities, "previous" for the version of the round before.</param>
internal sealed record RoundResponse(int Number, int Version, string? Note, ActResponse Opened, IReadOnlyList<RoundComparisonResponse> Comparisons);

/// <summary>A comparison of a round.</summary>
/// <param name="Name">The key of the authority whose Ist is compared, or "previous".</param>
/// <param name="Similarity">How alike both are, 0 to 1.</param>
/// <param name="Differences">How many differences the caller sees.</param>
internal sealed record RoundComparisonResponse(string Name, double Similarity, int Differences);

/// <summary>An authority that is asked.</summary>
/// <param name="Authority">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Stance">What it says; null: something is still to be said.</param>
/// <param name="OpenDifferences">How many differences it has yet to take a position on.</param>
/// <param name="Objections">How many objections of it stand.</param>
/// <param name="KeptPositions">How many positions were kept from earlier rounds.</param>
internal sealed record ReviewerResponse(string Authority, string Name, AuthorityKind Kind, Stance? Stance, int OpenDifferences, int Objections, int KeptPositions);

/// <summary>What a part of the rule comes to.</summary>
/// <param name="Name">What the authorities are called together.</param>
/// <param name="Agreed">How many agree.</param>
/// <param name="Needed">How many have to.</param>
/// <param name="Concerned">How many are concerned.</param>
/// <param name="Holds">Whether it holds.</param>
internal sealed record QuorumPartResponse(string? Name, int Agreed, int Needed, int Concerned, bool Holds);

/// <summary>Whether enough authorities agree.</summary>
/// <param name="Rule">The rule the review has to meet; null: none.</param>
/// <param name="Holds">Whether the review can be concluded as co-signed.</param>
/// <param name="IsBlocked">Whether an objection blocks.</param>
/// <param name="Parts">What each part of the rule comes to.</param>
/// <param name="Why">Why it holds, or what is missing, in words.</param>
internal sealed record QuorumStateResponse(QuorumRule? Rule, bool Holds, bool IsBlocked, IReadOnlyList<QuorumPartResponse> Parts, string Why);

/// <summary>A review with co-signature.</summary>
/// <param name="Id">The id.</param>
/// <param name="PolicyField">The name of the policy field.</param>
/// <param name="Process">The key of the process.</param>
/// <param name="ProcessName">The name of the process.</param>
/// <param name="ModelId">The model of the Soll.</param>
/// <param name="State">How far it is.</param>
/// <param name="Round">The present round.</param>
/// <param name="Deadline">Until when positions are asked for (UTC).</param>
/// <param name="Rounds">The rounds, the first first.</param>
/// <param name="Reviewers">The authorities that are asked.</param>
/// <param name="Quorum">Whether enough of them agree.</param>
/// <param name="Concluded">When, and by whom it was ended.</param>
/// <param name="Remark">What was said about its end.</param>
internal sealed record ReviewResponse(
    Guid Id, string PolicyField, string Process, string ProcessName, Guid ModelId, ReviewState State, int Round, DateTime Deadline,
    IReadOnlyList<RoundResponse> Rounds, IReadOnlyList<ReviewerResponse> Reviewers, QuorumStateResponse Quorum, ActResponse? Concluded, string? Remark);

/// <summary>A difference of a round.</summary>
/// <param name="Comparison">The comparison: the key of an authority, or "previous".</param>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What exactly it says.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="BeforeIds">The elements of the Ist, or of the version before.</param>
/// <param name="AfterIds">The elements of the Soll.</param>
/// <param name="Sentence">The difference as a sentence.</param>
/// <param name="IsNew">Whether the round before did not have it.</param>
/// <param name="Stance">What the authority that was asked for says to it.</param>
/// <param name="IsKept">Whether that was kept from an earlier round.</param>
/// <param name="IsOpen">Whether the authority has yet to take a position on it.</param>
internal sealed record ReviewDifferenceResponse(
    string Comparison, string Key, string Digest, OperationKind Kind, IReadOnlyList<string> BeforeIds, IReadOnlyList<string> AfterIds, string Sentence, bool IsNew, Stance? Stance, bool IsKept, bool IsOpen);

/// <summary>A position that was taken.</summary>
/// <param name="Number">Its number within the review.</param>
/// <param name="Round">The round.</param>
/// <param name="Authority">The key of the authority.</param>
/// <param name="Stance">What it says.</param>
/// <param name="Reason">Why.</param>
/// <param name="Difference">The difference it is about; null: the whole Soll.</param>
/// <param name="Sentence">The difference as a sentence.</param>
/// <param name="Signed">Who, and when.</param>
/// <param name="SignedAs">As what.</param>
internal sealed record PositionResponse(int Number, int Round, string Authority, Stance Stance, string? Reason, DifferenceReference? Difference, string? Sentence, ActResponse Signed, Role SignedAs);

/// <summary>Names a difference.</summary>
/// <param name="Comparison">The comparison: the key of an authority, or "previous".</param>
/// <param name="Key">What it is about.</param>
/// <param name="Digest">What exactly it says.</param>
internal sealed record DifferenceReference(string Comparison, string Key, string Digest);

/// <summary>Comments that belong together.</summary>
/// <param name="Id">The id.</param>
/// <param name="Round">The round in which it began.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="ElementId">The element.</param>
/// <param name="ElementName">Its label.</param>
/// <param name="Difference">The difference.</param>
/// <param name="Sentence">The difference as a sentence.</param>
/// <param name="Comments">The comments, the oldest first.</param>
/// <param name="Resolved">Who said when that the matter is settled.</param>
internal sealed record ThreadResponse(Guid Id, int Round, ThreadSubject Subject, string? ElementId, string? ElementName, DifferenceReference? Difference, string? Sentence, IReadOnlyList<CommentResponse> Comments, ActResponse? Resolved);

/// <summary>A comment.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">Who is named in it.</param>
/// <param name="Written">Who, and when.</param>
/// <param name="WrittenAs">As what.</param>
internal sealed record CommentResponse(int Number, string Text, IReadOnlyList<Mention> Mentions, ActResponse Written, Role WrittenAs);

/// <summary>A role that is told of a comment.</summary>
/// <param name="Role">The role.</param>
/// <param name="Authority">The key of an authority, to tell only those of it.</param>
internal sealed record Mention(Role Role, string? Authority = null);

/// <summary>A link for a guest.</summary>
/// <param name="Id">The id; also the actor of the audit chain.</param>
/// <param name="Name">Who it is for.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">Until when it is valid (UTC).</param>
/// <param name="RevokedAt">When it was revoked (UTC).</param>
internal sealed record GuestResponse(Guid Id, string? Name, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt);

/// <summary>A new link for a guest; its secret is shown only now.</summary>
/// <param name="Id">The id.</param>
/// <param name="Link">The path of the page.</param>
/// <param name="Token">What programs send as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">Until when it is valid (UTC).</param>
internal sealed record NewGuestResponse(Guid Id, string Link, string Token, DateTime ExpiresAt);
