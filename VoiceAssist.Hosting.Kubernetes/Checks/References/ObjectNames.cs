using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>Names that the API server, or a controller that appends to them, would refuse.</summary>
internal sealed class ObjectNames : EnvironmentCheck
{
    // kustomize: a hyphen and ten characters of the content's hash.
    private const int HashSuffix = 11;

    public override CheckDescription Description { get; } = new("VAK409", Severity.Error, "A name is longer than Kubernetes allows, or of another form")
    {
        Why = "The API server refuses the object; or it takes it and the controller fails later, when what it appends (a hash, an ordinal) makes a label or host name too long. "
            + "Names differ by kind: a Service is a host name of 63 characters, a StatefulSet may have 52, a port 15.",
        Do = "Give the resource a shorter name in the app model; the names of its objects are made from it.",
        Source = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from planned in plan.Objects
        from problem in Own(planned).Concat(Labels("label", planned.Object.Metadata.Labels))
            .Concat(PodTemplate.Of(planned) is { } pods ? Pods(pods) : [])
            .Concat(planned.Object is V1Service service ? (service.Spec?.Ports ?? []).Select(p => p.Name is null ? null : Prefixed("port", NameRule.Container.Problem(p.Name))) : [])
        where problem is not null
        select Found(plan, planned, problem, plan.Place<WorkloadPolicy>(planned.Object.Metadata.Name));

    private static IEnumerable<string?> Own(PlannedObject planned) =>
        [NameRule.Of(planned.Object.Kind).Problem(planned.Object.Metadata.Name, planned.IsGenerated ? HashSuffix : 0)];

    private static IEnumerable<string?> Pods(PodTemplate pods) =>
    [
        .. Labels("pod label", pods.Labels),
        .. pods.All.Select(c => Prefixed("container", NameRule.Container.Problem(c.Name))),
        .. pods.All.SelectMany(c => c.Ports ?? []).Where(p => p.Name is not null).Select(p => Prefixed("port", NameRule.Port.Problem(p.Name))),
        .. (pods.Spec.Volumes ?? []).Select(v => Prefixed("volume", NameRule.Container.Problem(v.Name))),
    ];

    private static IEnumerable<string?> Labels(string what, IDictionary<string, string>? labels) =>
        (labels ?? new Dictionary<string, string>()).Select(l => Prefixed($"{what} {l.Key}", NameRule.LabelValue.Problem(l.Value)));

    private static string? Prefixed(string what, string? problem) => problem is null ? null : $"{what}: {problem}";
}
