using VoiceAssist.Hosting.Kubernetes.Checks.Capacity;
using VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;
using VoiceAssist.Hosting.Kubernetes.Checks.Disruption;
using VoiceAssist.Hosting.Kubernetes.Checks.Environments;
using VoiceAssist.Hosting.Kubernetes.Checks.Images;
using VoiceAssist.Hosting.Kubernetes.Checks.Probes;
using VoiceAssist.Hosting.Kubernetes.Checks.References;
using VoiceAssist.Hosting.Kubernetes.Checks.Scaling;
using VoiceAssist.Hosting.Kubernetes.Checks.Security;
using VoiceAssist.Hosting.Kubernetes.Checks.Storage;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Every check of the plans.</summary>
internal static class PlanChecks
{
    /// <summary>The checks, in the order of their ids.</summary>
    public static IReadOnlyList<IPlanCheck> All { get; } =
    [
        new QuotaAdmitsPeak(),
        new RequestsWithinLimits(),
        new WithinLimitRange(),
        new ContainerWithoutResources(),
        new QuotaDemandsFigures(),

        new ValidAutoscaler(),
        new ScaleToZero(),
        new UtilizationWithoutRequest(),
        new VerticalAndHorizontal(),
        new MetricsLostInOverlay(),
        new ScaleTargets(),
        new MetricsExported(),
        new MemoryTargetOnManagedHeap(),
        new ReplicasBesideAutoscaler(),

        new BudgetCanBeMet(),
        new BudgetBlocksDrain(),
        new BudgetReasonIsStale(),

        new WorkloadSelectors(),
        new SelectorsMatch(),
        new ServicePorts(),
        new ReferencesExist(),
        new ConfigMapKeys(),
        new NamespacesAgree(),
        new DuplicateObjects(),
        new ExposedHosts(),
        new ObjectNames(),

        new ContainerWithoutProbes(),
        new StartupBudget(),
        new LivenessOnReadiness(),
        new GracePeriod(),

        MovingImages.Elsewhere,
        MovingImages.InStrictest,
        new SecretLiterals(),
        new DevelopmentInCluster(),
        PodSecurity.Enforced,
        PodSecurity.Recommended,

        new SharedVolume(),
        new ReplicatedState(),
        new RedisMemory(),

        NewerThanMinimum.Unknown,
        NewerThanMinimum.Dropped,
        new RemovedApis(),
        new DeprecatedUses(),

        new WeakerThanOthers(),
    ];
}
