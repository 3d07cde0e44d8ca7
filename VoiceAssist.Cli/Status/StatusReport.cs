namespace VoiceAssist.Cli.Status;

/// <summary>What autoscaling in a namespace looks like at one moment.</summary>
internal sealed record StatusReport(string Context, string Namespace, DateTimeOffset At, IReadOnlyList<WorkloadStatus> Workloads, IReadOnlyList<QuotaStatus> Quotas, IReadOnlyList<BudgetStatus> Budgets)
{
    /// <summary>Whether nothing keeps an autoscaler from working.</summary>
    public bool Works => Workloads.All(w => !w.IsTrouble);
}
