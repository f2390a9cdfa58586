using System.Reflection;
using CsCheck;
using GpmTool.Model;

namespace GpmTool.Diff.Tests.Scripting;

/// <summary>A member that the table of facets lacks would be lost by every script.</summary>
[TestFixture]
public class FacetTests
{
    private static readonly Dictionary<ElementSet, Type> Types = new()
    {
        [ElementSet.Document] = typeof(DocumentHead),
        [ElementSet.Process] = typeof(BpmnProcess),
        [ElementSet.Collaboration] = typeof(Collaboration),
        [ElementSet.Pool] = typeof(Pool),
        [ElementSet.Lane] = typeof(Lane),
        [ElementSet.Node] = typeof(FlowNode),
        [ElementSet.Flow] = typeof(SequenceFlow),
        [ElementSet.MessageFlow] = typeof(MessageFlow),
        [ElementSet.Data] = typeof(DataElement),
        [ElementSet.DataAssociation] = typeof(DataAssociation),
        [ElementSet.Artifact] = typeof(Artifact),
        [ElementSet.Association] = typeof(Association),
        [ElementSet.Declaration] = typeof(Declaration),
    };

    // Ids are matched, members of lanes are changes of their own, the connection is no part of the model (it has no part in its hash).
    private static readonly string[] Elsewhere = ["Id", "DocumentId", "MemberIds", "Connection"];

    [Test]
    public void Every_member_of_an_element_has_a_facet([Values] ElementSet set)
    {
        if (set == ElementSet.LaneMember) return;
        var facets = Facets.Of(set).Select(facet => facet.Name).ToList();
        var members = Types[set].GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Except(Elsewhere).Select(Camel).ToList();
        members.ShouldAllBe(member => facets.Contains(member) || facets.Contains(member.Replace("Ids", "s").Replace("Id", "")) || member == "eventDefinitions" || member == "defaultFlowId");
    }

    [Test]
    public void Every_attribute_of_a_step_has_a_facet() =>
        typeof(StepAttributes).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Camel(property.Name)).Except(Facets.Of(ElementSet.Node).Select(facet => facet.Name)).ShouldBeEmpty();

    [Test]
    public void All_of_a_facet_is_the_same_text_exactly_where_it_is_the_same() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var (one, other) = (Versions.Rich(seed), Versions.Rich(seed ^ 1));
            foreach (var set in Elements.Sets)
            {
                var elements = Elements.Of(one, set).Concat(Elements.Of(other, set)).ToList();
                foreach (var facet in Facets.Of(set).Where(facet => facet.References is null))
                    foreach (var x in elements)
                        foreach (var y in elements) (facet.Full(x) == facet.Full(y)).ShouldBe(facet.Same(x, y), $"{set} {facet.Name}: {facet.Full(x)} | {facet.Full(y)}");
            }
        }, iter: 50);

    [Test]
    public void What_an_event_waits_for_is_said_without_ids()
    {
        var full = Facets.Of(ElementSet.Node, "event").Full;
        FlowNode Waiting(string id, string time) => new() { Id = "e", Kind = NodeKind.IntermediateCatchEvent, ParentId = "p", EventDefinitions = [new EventDefinition { Kind = EventKind.Timer, Id = id, ReferenceId = id, Timer = TimerKind.Duration, Expression = new Expression(time) }] };
        full(Waiting("a", "PT1H")).ShouldBe(full(Waiting("b", "PT1H")));
        full(Waiting("a", "PT1H")).ShouldNotBe(full(Waiting("a", "PT2H")));
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
