namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>Every case of every check.</summary>
internal static class CheckCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        .. CapacityCases.All,
        .. ScalingCases.All,
        .. DisruptionCases.All,
        .. ReferenceCases.All,
        .. ProbeCases.All,
        .. SecurityCases.All,
        .. StorageCases.All,
        .. CompatibilityCases.All,
        .. EnvironmentCases.All,
    ];
}
