namespace VoiceAssist.Cli.Setup;

/// <summary>What setup would do.</summary>
/// <param name="Objects">Each object, in the order of applying.</param>
/// <param name="Conflicts">Fields that others own with other values.</param>
/// <param name="LeftOut">What this cluster cannot have, and why.</param>
/// <param name="NewSecret">The Secret that has to be generated; null when it is there.</param>
internal sealed record SetupPlan(IReadOnlyList<PlannedObject> Objects, IReadOnlyList<string> Conflicts, IReadOnlyList<string> LeftOut, string? NewSecret)
{
    public IReadOnlyList<PlannedObject> Pending => [.. Objects.Where(o => o.Action != PlannedAction.Keep)];

    public bool ChangesNothing => Pending.Count == 0 && NewSecret is null;
}
