using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>The keys of the app's Secret that workloads read.</summary>
internal static class SecretKeys
{
    public static IReadOnlyList<string> Of(EnvironmentContext environment) =>
        [.. environment.Workloads.SelectMany(w => w.Variables).Select(v => v.SecretKey).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
