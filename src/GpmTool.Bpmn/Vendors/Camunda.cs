using GpmTool.Model;

namespace GpmTool.Bpmn;

/// <summary>
/// The groups that Camunda and its relatives assign a step to: the role. An assignee is a person; persons are not
/// recorded.
/// </summary>
internal static class Camunda
{
    public static StepAttributes? Step(ValueList<RawAttribute> attributes)
    {
        foreach (var attribute in attributes.AsSpan())
        {
            if (attribute.Namespace is not ("http://camunda.org/schema/1.0/bpmn" or "http://activiti.org/bpmn" or "http://flowable.org/bpmn")) continue;
            if (!attribute.Name.EndsWith(":candidateGroups", StringComparison.Ordinal) || attribute.Value.Contains("${", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(attribute.Value)) continue;
            return new StepAttributes { Role = string.Join(", ", attribute.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) };
        }

        return null;
    }
}
