using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>How whoever deploys creates the Secret, which is never part of the tree.</summary>
internal static class SecretInstructions
{
    /// <summary>The lines to print; none when no workload reads a secret.</summary>
    public static IEnumerable<string> Of(EnvironmentContext environment)
    {
        var keys = SecretKeys.Of(environment);
        if (keys.Count == 0)
        {
            return [];
        }

        var given = environment.Workloads.SelectMany(w => w.Variables).Where(v => v.IsGiven).Select(v => v.SecretKey!).Distinct().Order(StringComparer.Ordinal).ToArray();
        return
        [
            $"The tree holds no secret. Before the first 'kubectl apply' to {environment}, create '{environment.SecretName}' (once: a new value locks the workloads out of what they already wrote):",
            $"  kubectl create namespace {environment.Namespace}    # unless it is there",
            $"  kubectl create secret generic {environment.SecretName} --namespace {environment.Namespace} \\",
            .. keys.Select((k, i) => $"    --from-literal={k}={(given.Contains(k) ? $"\"${Variable(k)}\"" : "\"$(openssl rand -hex 24)\"")}{(i < keys.Count - 1 ? " \\" : "")}"),
            .. given.Select(k => $"  ${Variable(k)} is yours to set first: the app host's parameter '{k}' has no default."),
        ];
    }

    private static string Variable(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
}
