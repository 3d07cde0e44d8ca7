using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>What an object names by kind and name is in the plan, in the same namespace.</summary>
internal sealed class ReferencesExist : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK404", Severity.Error, "An object refers to one that is not there")
    {
        Why = "A pod with a ServiceAccount, ConfigMap or claim that does not exist never starts; an Ingress whose Service or port is missing answers 503; a VPA without target and a RoleBinding without role do nothing.",
        Do = "Let both come from the model. Secrets are the exception: they are never published, whoever deploys creates them.",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from planned in plan.Objects
        from reference in References(planned)
        where !plan.Objects.Any(o => o.Object.Kind == reference.Kind && o.Object.Metadata.Name == reference.Name
            && plan.AreTogether(o.Object.Metadata.NamespaceProperty, planned.Object.Metadata.NamespaceProperty))
        select Found(plan, planned, $"{reference.Field} names {reference.Kind}/{reference.Name}, which is not in namespace {planned.Object.Metadata.NamespaceProperty ?? plan.Context.Namespace}");

    private static IEnumerable<(string Field, string Kind, string Name)> References(PlannedObject planned)
    {
        IEnumerable<(string Field, string Kind, string? Name)> all = planned.Object switch
        {
            V1Ingress ingress => Backends(ingress).Select(b => ("an Ingress backend", "Service", b?.Name)),
            V1StatefulSet { Spec: { } spec } set => [("serviceName", "Service", spec.ServiceName), .. Pods(set.Spec.Template?.Spec)],
            V1Deployment { Spec.Template.Spec: { } spec } => Pods(spec),
            V1DaemonSet { Spec.Template.Spec: { } spec } => Pods(spec),
            V1Job { Spec.Template.Spec: { } spec } => Pods(spec),
            V1CronJob { Spec.JobTemplate.Spec.Template.Spec: { } spec } => Pods(spec),
            HttpRoute route => (route.Spec.Rules ?? []).SelectMany(r => r.BackendRefs ?? []).Select(b => ("an HTTPRoute backend", "Service", (string?)b.Name)),
            VerticalPodAutoscaler { Spec.TargetRef: { } target } => [("targetRef", target.Kind, target.Name)],
            V1RoleBinding binding =>
            [
                .. binding.RoleRef is { Kind: "Role" } role ? [("roleRef", "Role", role.Name)] : Array.Empty<(string, string, string?)>(),
                .. (binding.Subjects ?? []).Where(s => s.Kind == "ServiceAccount" && (s.NamespaceProperty ?? planned.Object.Metadata.NamespaceProperty) == planned.Object.Metadata.NamespaceProperty)
                    .Select(s => ("a subject", "ServiceAccount", (string?)s.Name)),
            ],
            _ => [],
        };
        return all.Where(a => !string.IsNullOrEmpty(a.Name)).Select(a => (a.Field, a.Kind, a.Name!)).Distinct();
    }

    private static IEnumerable<V1IngressServiceBackend?> Backends(V1Ingress ingress) =>
        (ingress.Spec?.Rules ?? []).SelectMany(r => r.Http?.Paths ?? []).Select(p => p.Backend?.Service).Append(ingress.Spec?.DefaultBackend?.Service);

    private static IEnumerable<(string Field, string Kind, string? Name)> Pods(V1PodSpec? spec)
    {
        if (spec is null)
        {
            yield break;
        }

        // Every namespace has the ServiceAccount "default".
        if (spec.ServiceAccountName is not "default")
        {
            yield return ("serviceAccountName", "ServiceAccount", spec.ServiceAccountName);
        }

        foreach (var volume in spec.Volumes ?? [])
        {
            yield return ($"volume {volume.Name}", "PersistentVolumeClaim", volume.PersistentVolumeClaim?.ClaimName);
            yield return ($"volume {volume.Name}", "ConfigMap", volume.ConfigMap is { Optional: not true } map ? map.Name : null);
        }

        foreach (var container in (spec.Containers ?? []).Concat(spec.InitContainers ?? []))
        {
            foreach (var from in container.EnvFrom ?? [])
            {
                yield return ($"envFrom of container {container.Name}", "ConfigMap", from.ConfigMapRef is { Optional: not true } map ? map.Name : null);
            }

            foreach (var variable in container.Env ?? [])
            {
                yield return ($"variable {variable.Name} of container {container.Name}", "ConfigMap", variable.ValueFrom?.ConfigMapKeyRef is { Optional: not true } key ? key.Name : null);
            }
        }
    }
}
