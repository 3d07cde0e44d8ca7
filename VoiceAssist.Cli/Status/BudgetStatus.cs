namespace VoiceAssist.Cli.Status;

/// <summary>One disruption budget.</summary>
internal sealed record BudgetStatus(string Budget, int Allowed, int Healthy, int DesiredHealthy, int Expected);
