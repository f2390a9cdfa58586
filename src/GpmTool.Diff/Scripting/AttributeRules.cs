using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Operations for what differs inside elements that both graphs have, and for elements beside the flow that come or go.</summary>
internal sealed class AttributeRules(ScriptNames names, List<Change> changes, HashSet<Change> open, List<Draft> drafts)
{
    /// <summary>Makes an operation of every change that is still open.</summary>
    public void Run()
    {
        var groups = changes.Where(open.Contains).GroupBy(change => change.Set == ElementSet.LaneMember ? (ElementSet.Node, change.Member!) : (change.Set, change.Id)).ToList();
        foreach (var group in groups.OrderBy(group => group.Key.Item1 == ElementSet.Node ? 0 : 1))
        {
            if (group.Key.Item1 == ElementSet.Node) Node(group.Key.Item2, [.. group]);
            else if (group.Key.Item1 == ElementSet.Flow) Flow([.. group]);
            else Other([.. group]);
        }
    }

    private void Node(string id, List<Change> own)
    {
        Role(id, own.FindAll(change => change.Set == ElementSet.LaneMember || change.Member == "role"));
        Type(own.FindAll(change => change.Set == ElementSet.Node && change.Member is "kind" or "event"));
        foreach (var change in own)
        {
            if (!open.Contains(change)) continue;
            if (change.Member == "documents") Documents(change);
            else if (change.Member == "default") Add(OperationKind.DefaultFlowChanged, [change], "default", names.Branch(((FlowNode)change.Before!).DefaultFlowId, isBefore: true), names.Branch(((FlowNode)change.After!).DefaultFlowId, isBefore: false));
            else if (change.Member == "name") Add(IsSpacing(change.Old, change.New) ? OperationKind.OtherAttributeChanged : OperationKind.Renamed, [change], "name", change.Old, change.New);
            else Add(Facets.Of(ElementSet.Node, change.Member!).Kind, [change], change.Member!, change.Old, change.New);
        }
    }

    // A lane with another name is told once, at the lane.
    private void Role(string id, List<Change> own)
    {
        if (own.Count == 0) return;
        var (old, now) = (names.Before.Node(id), names.Target.Node(id));
        var (was, becomes) = (old is null ? null : names.Before.RoleOf(old), now is null ? null : names.Target.RoleOf(now));
        var kind = IsSpacing(was, becomes) ? OperationKind.OtherAttributeChanged : OperationKind.RoleChanged;
        var draft = new Draft(kind) { BeforeIds = [id], AfterIds = [names.Now(id)], Attribute = kind == OperationKind.RoleChanged ? "role" : "lane", Old = was, New = becomes };
        Take(draft, own);
    }

    private void Type(List<Change> own)
    {
        if (own.Count == 0) return;
        var (old, now) = ((FlowNode)own[0].Before!, (FlowNode)own[0].After!);
        var isOtherKind = old.Kind != now.Kind;
        var isOtherEvent = !old.EventDefinitions.Select(definition => definition.Kind).Order().SequenceEqual(now.EventDefinitions.Select(definition => definition.Kind).Order());
        var change = own.Find(one => one.Member == "kind") ?? own[0];
        Take(new Draft(isOtherKind || isOtherEvent ? OperationKind.TypeChanged : OperationKind.OtherAttributeChanged) { BeforeIds = [change.Id], AfterIds = [names.Now(change.Id)], Attribute = change.Member, Old = change.Old, New = change.New }, own);
    }

    // Names and media of documents are told apart; both operations make the one change.
    private void Documents(Change change)
    {
        static string? Media(GraphElement? node) => Facets.Names((((FlowNode)node!).Gpm ?? new StepAttributes()).Documents.Select(document => document.Medium.ToString()).Distinct());
        var (old, now) = (Media(change.Before), Media(change.After));
        if (change.Old != change.New || old == now) Add(OperationKind.DocumentChanged, [change], "documents", change.Old, change.New);
        if (old != now) Add(OperationKind.MediumChanged, [change], "media", old, now);
    }

    private void Flow(List<Change> own)
    {
        Draft? first = null;
        if (own.Find(change => change.Member == "parent") is { } parent) GoesAlong(parent);
        foreach (var change in own.Where(open.Contains).OrderBy(change => change.Member is "name" ? 0 : 1).ToList())
        {
            var kind = change.Member == "name" && IsSpacing(change.Old, change.New) ? OperationKind.OtherAttributeChanged : Facets.Of(ElementSet.Flow, change.Member!).Kind;
            var draft = new Draft(kind) { BeforeIds = [change.Id], AfterIds = [names.Now(change.Id)], Attribute = change.Member, Old = change.Old, New = change.New };
            if (change.Member == "parent") draft = new Draft(kind) { BeforeIds = draft.BeforeIds, AfterIds = draft.AfterIds, Attribute = "parent", Old = Named(change, change.Before, change.Old, isBefore: true), New = Named(change, change.After, change.New, isBefore: false) };
            if (kind == OperationKind.ConditionChanged && first is not null)
            {
                // Label, condition and share of a branch change together: one operation with parts.
                first.Parts.Add(draft);
                draft.Changes.Add(change);
                open.Remove(change);
                continue;
            }

            if (kind == OperationKind.ConditionChanged) first = draft;
            Take(draft, [change]);
        }
    }

    // A flow stands where its ends stand: with a step that goes to another process goes its flow.
    private void GoesAlong(Change parent)
    {
        var (old, now) = ((SequenceFlow)parent.Before!, (SequenceFlow)parent.After!);
        foreach (var end in (ReadOnlySpan<string?>)[old.SourceId, old.TargetId, now.SourceId, now.TargetId])
        {
            if (drafts.Find(draft => draft.Changes.Exists(change => change.Set == ElementSet.Node && change.Member == "parent" && change.Id == end)) is not { } mover) continue;
            mover.Changes.Add(parent);
            open.Remove(parent);
            return;
        }
    }

    private void Other(List<Change> own)
    {
        foreach (var change in own)
        {
            var element = change.Before ?? change.After!;
            if (change.Member is null)
            {
                var name = (element as Artifact)?.Text ?? element.Name ?? "";
                Add(Facets.Of(change.Set)[0].Kind, [change], change.Set.ToString(), change.IsAddition ? null : name, change.IsRemoval ? null : name);
            }
            else if (change.Set == ElementSet.Lane && change.Member is "name" or "organisationUnit")
            {
                Add(IsSpacing(change.Old, change.New) ? OperationKind.LaneChanged : OperationKind.RoleChanged, [change], change.Member == "name" ? "role" : change.Member, change.Old, change.New);
            }
            else
            {
                Add(Facets.Of(change.Set, change.Member).Kind, [change], change.Member, change.Old, change.New);
            }
        }
    }

    private void Add(OperationKind kind, List<Change> own, string attribute, string? old, string? now) => Take(
        new Draft(kind)
        {
            BeforeIds = own[0] is { IsAddition: true, Member: null } || own[0].Set == ElementSet.Document ? [] : [own[0].Id],
            AfterIds = own[0] is { IsRemoval: true, Member: null } || own[0].Set == ElementSet.Document ? [] : [names.Now(own[0].Id)],
            Attribute = attribute,
            Old = Named(own[0], own[0].Before, old, isBefore: true),
            New = Named(own[0], own[0].After, now, isBefore: false),
        },
        own);

    // What an element refers to goes by its label: ids mean nothing to a reader.
    private string? Named(Change change, GraphElement? element, string? text, bool isBefore)
    {
        if (change.Member == "laneSet") return (element as Lane)?.LaneSetName;
        if (change.Member is null || element is null || change.Set == ElementSet.LaneMember || Facets.Of(change.Set, change.Member).References is not { } references || change.Member is "event" or "default") return text;
        var named = references(element).OfType<string>().Select(id => names.Anything(id, isBefore)).ToList();
        return named.Count == 0 ? null : string.Join(", ", named.Order(StringComparer.Ordinal));
    }

    private void Take(Draft draft, List<Change> own)
    {
        foreach (var change in own) open.Remove(change);
        draft.Changes.AddRange(own);
        drafts.Add(draft);
    }

    private static bool IsSpacing(string? old, string? now) => Spaced(old) == Spaced(now);

    private static string Spaced(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
