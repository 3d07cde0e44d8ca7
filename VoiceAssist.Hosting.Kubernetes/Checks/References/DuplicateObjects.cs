using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>Kind and name are an object's identity within its namespace.</summary>
internal sealed class DuplicateObjects : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK407", Severity.Error, "Two objects have one kind and name")
    {
        Why = "Kustomize refuses the build (`may not add resource with an already registered id`); applied one by one, the second overwrites the first.",
        Do = "Rename one of the resources in the app model.",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from same in plan.Objects.GroupBy(o => (Group(o), o.Object.Kind, o.Object.Metadata.Name, o.Object.Metadata.NamespaceProperty))
        where same.Count() > 1
        select Found(plan, same.First(), $"it is planned {same.Count()} times, in {string.Join(", ", same.Select(o => o.File).Distinct())}");

    private static string Group(PlannedObject planned) => planned.Object.ApiVersion?.Split('/') is [var group, _] ? group : "";
}
