using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Published;

/// <summary>What the command reads of <c>plan/ENV.json</c> (schema <c>kubernetes-plan/1</c>).</summary>
internal sealed record PublishedPlan
{
    public const string KnownSchema = "kubernetes-plan/1";

    public required string Schema { get; init; }

    public required string Environment { get; init; }

    public required string Namespace { get; init; }

    public required string MinimumKubernetes { get; init; }

    public int ScrapeIntervalSeconds { get; init; } = 30;

    public PlannedSecret? Secret { get; init; }

    public IReadOnlyList<PlannedWorkload> Workloads { get; init; } = [];

    internal sealed record PlannedSecret(string Name, IReadOnlyList<string> Keys);

    internal sealed record Amounts(long CpuMillicores, long MemoryBytes)
    {
        public ResourceAmounts ToResourceAmounts() => new(Cpu.FromMillicores(CpuMillicores), Memory.FromBytes(MemoryBytes));
    }

    internal sealed record PlannedRollout(bool IsRecreate, string? MaxSurge, string? MaxUnavailable);

    internal sealed record PlannedAutoscaler(string Name, string Kind);

    internal sealed record PlannedRecommendation(string Name, Amounts Min, Amounts Max);

    internal sealed record PlannedWorkload
    {
        public required string Name { get; init; }

        public required string Kind { get; init; }

        public required string Container { get; init; }

        public required int MinReplicas { get; init; }

        public required int MaxReplicas { get; init; }

        public required Amounts Requests { get; init; }

        public required Amounts Limits { get; init; }

        public PlannedAutoscaler? Autoscaler { get; init; }

        public PlannedRecommendation? Recommendation { get; init; }

        public PlannedRollout? Rollout { get; init; }

        public int GracePeriodSeconds { get; init; } = 30;

        public int? StartSeconds { get; init; }

        /// <summary>In the form that the capacity function takes.</summary>
        public WorkloadCapacity ToCapacity() => new()
        {
            Name = Name,
            MinReplicas = MinReplicas,
            MaxReplicas = MaxReplicas,
            Requests = Requests.ToResourceAmounts(),
            Limits = Limits.ToResourceAmounts(),
            Rollout = Pace(),
        };

        // As publishing does it: only a Deployment that rolls starts pods beside those it replaces.
        private RolloutPace Pace()
        {
            var pace = Kind != "Deployment" || Rollout is { IsRecreate: true } ? RolloutPace.InPlace : new RolloutPace();
            return pace with
            {
                MaxSurge = Rollout?.MaxSurge is { } surge ? IntOrPercent.Parse(surge) : pace.MaxSurge,
                MaxUnavailable = Rollout?.MaxUnavailable is { } unavailable ? IntOrPercent.Parse(unavailable) : pace.MaxUnavailable,
                Termination = TimeSpan.FromSeconds(GracePeriodSeconds),
            };
        }
    }
}
