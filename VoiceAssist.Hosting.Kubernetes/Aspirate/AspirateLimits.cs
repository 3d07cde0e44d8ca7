using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Aspirate;

/// <summary>What no overlay can repair: printed by every publish on a base.</summary>
internal static class AspirateLimits
{
    /// <summary>Set by aspirate for every project; it would override the app's own port.</summary>
    private const string Urls = "ASPNETCORE_URLS";

    // Shorter ones occur in other values by chance.
    private const int MinSecretLength = 4;

    /// <param name="base">The base.</param>
    /// <param name="context">The app.</param>
    public static IEnumerable<string> Of(AspirateBase @base, EnvironmentContext context)
    {
        var resources = @base.Resources.Join(context.Workloads, r => r.Name, w => w.Name, (r, w) => (Resource: r, Workload: w)).ToArray();
        var values = resources.SelectMany(r => Held(r.Workload).Select(v => r.Resource.Variables.GetValueOrDefault(v) ?? "")).Where(v => v.Length >= MinSecretLength).ToHashSet(StringComparer.Ordinal);
        var clear = resources.Select(r => (r.Resource.Name, Keys: Clear(r.Resource, r.Workload, values))).Where(r => r.Keys.Length > 0).Select(r => $"{r.Name} ({string.Join(", ", r.Keys)})").ToArray();
        return
        [
            .. clear.Length == 0 ? Array.Empty<string>() :
            [
                $"The files of the base hold in clear text what may be secret: {string.Join("; ", clear)}. The overlays read none of it, but whoever reads the files does: "
                + "generate the base with placeholders (-pa NAME=placeholder), or keep it out of version control.",
            ],
            .. resources
                .SelectMany(r => r.Workload.Dropped.Where(d => r.Resource.Variables.ContainsKey(d.Name)).Select(d => (Dropped: d, r.Resource.Name)))
                .GroupBy(d => d.Dropped, d => d.Name)
                .Select(d => $"{d.Key.Name} of {string.Join(" and ", d)} is left out: {d.Key.Because}."),
            .. resources.SelectMany(r => OfUnknown(r.Resource, r.Workload)),
            .. resources.SelectMany(r => OfClaims(r.Resource, r.Workload)),
            .. @base.Kept.Select(OfKept),
        ];
    }

    /// <summary>The variables of the base that are secrets, are composed of them, or happen to contain one.</summary>
    private static string[] Clear(AspirateResource resource, WorkloadModel workload, IReadOnlySet<string> secrets)
    {
        var held = Held(workload).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. resource.Variables.Where(v => held.Contains(v.Key)
                || workload.Variables.Any(w => w.Name == v.Key && held.Any(s => w.Value?.Contains($"$({s})", StringComparison.Ordinal) == true))
                || secrets.Any(s => v.Value.Contains(s, StringComparison.Ordinal))).Select(v => v.Key),
        ];
    }

    private static IEnumerable<string> OfUnknown(AspirateResource resource, WorkloadModel workload)
    {
        var unknown = resource.Variables.Keys.Where(k => k != Urls && workload.Variables.All(v => v.Name != k) && workload.Dropped.All(d => d.Name != k)).ToArray();
        if (unknown.Length > 0)
        {
            yield return $"{string.Join(", ", unknown)} of {resource.Name} in the base: left out, for the app model has no such variables. Set them there (WithEnvironment, or a setting of the environment).";
        }
    }

    private static IEnumerable<string> OfClaims(AspirateResource resource, WorkloadModel workload)
    {
        if (resource.Workload!.Text("kind") == "StatefulSet" && workload.IsStateful)
        {
            yield return $"StatefulSet/{resource.Name}: Kubernetes never changes the claims of a StatefulSet that exists. Where aspirate's own was applied, delete it first and keep its pods: "
                + $"kubectl delete statefulset {resource.Name} --cascade=orphan; a volume that exists keeps its size.";
        }
    }

    private static string OfKept(MapNode tree)
    {
        var name = $"{tree.Text("kind")}/{tree.Map("metadata")!.Text("name")}";
        return tree.Text("kind") == "Secret"
            ? $"{name} of the base is deployed with it, but is not in rendered/: no secret is copied into the tree."
            : $"{name} of the base stays as aspirate wrote it: without resources, probes, security context or network policy.";
    }

    private static IEnumerable<string> Held(WorkloadModel workload) => workload.Variables.Where(v => v.SecretKey is not null).Select(v => v.Name);
}
