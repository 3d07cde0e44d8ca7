using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>A way into the cluster names its host.</summary>
internal sealed class ExposedHosts : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK408", Severity.Error, "An Ingress or HTTPRoute names no host")
    {
        Why = "A rule without host takes every request that reaches the controller, those for other apps and other environments too; the second one that does so is ignored or wins by accident.",
        Do = "Give each environment its host, or turn the exposure off where it has none.",
        Sample = "api.WithExposure(e => e.Off().In(\"prod\", p => p.Ingress(\"api.example.com\", tlsSecret: \"api-tls\")));",
        Source = "https://kubernetes.io/docs/concepts/services-networking/ingress/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        foreach (var (planned, ingress) in plan.Planned<V1Ingress>())
        {
            var rules = ingress.Spec?.Rules ?? [];
            if (rules.Count == 0 || ingress.Spec?.DefaultBackend is not null)
            {
                yield return Found(plan, planned, rules.Count == 0 ? "it has no rules" : "its default backend takes every other host");
            }

            if (rules.Count(r => string.IsNullOrWhiteSpace(r.Host)) is > 0 and var without)
            {
                yield return Found(plan, planned, $"{without} of {rules.Count} rules have no host");
            }

            var hosts = rules.Select(r => r.Host).ToHashSet();
            foreach (var host in (ingress.Spec?.Tls ?? []).SelectMany(t => t.Hosts ?? []).Where(h => !hosts.Contains(h)))
            {
                yield return Found(plan, planned, $"tls names the host {host}, no rule does");
            }
        }

        foreach (var (planned, _) in plan.Planned<HttpRoute>().Where(r => r.Object.Spec.Hostnames is null or { Count: 0 }))
        {
            yield return Found(plan, planned, "it has no hostnames");
        }
    }
}
