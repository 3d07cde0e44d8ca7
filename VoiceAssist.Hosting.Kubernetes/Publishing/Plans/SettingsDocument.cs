namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>The environment's settings, which workloads read.</summary>
/// <param name="ConfigMap">The ConfigMap's name in the cluster; null: there is none.</param>
/// <param name="Data">The settings.</param>
internal sealed record SettingsDocument(string? ConfigMap, IReadOnlyDictionary<string, string> Data);
