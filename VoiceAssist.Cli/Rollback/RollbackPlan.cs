namespace VoiceAssist.Cli.Rollback;

/// <summary>Which setups are undone, and what that does to each object.</summary>
internal sealed record RollbackPlan(IReadOnlyList<int> Setups, IReadOnlyList<RestoreStep> Steps);
