using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>
/// The environment that must not be weaker than any other and forgives least: the one named <c>prod</c> or <c>production</c>, else
/// the last one that the app host publishes. An app without environments has none.
/// </summary>
internal static class StrictestEnvironment
{
    public static bool Is(EnvironmentPlan plan)
    {
        var names = plan.Context.Cluster.EnvironmentNames;
        return plan.Context.Environment is { } name
            && name == (names.FirstOrDefault(n => n is "prod" or "production") ?? (names.Count > 0 ? names[^1] : name));
    }
}
