using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Verify;

namespace VoiceAssist.Cli.Setup;

/// <summary>What setup did.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Context">On which cluster.</param>
/// <param name="Namespace">In which namespace.</param>
/// <param name="Setup">The record's number; null when nothing had to be changed.</param>
/// <param name="Changes">The objects that were changed.</param>
/// <param name="OptionalApis">Which optional APIs the cluster had before, and which it lacked.</param>
/// <param name="LeftOut">What this cluster cannot have.</param>
/// <param name="Warnings">What the API server warned of.</param>
/// <param name="Verification">What was verified afterwards; null for a dry run, or when it could not be.</param>
internal sealed record SetupReport(
    string Environment,
    string Context,
    string Namespace,
    int? Setup,
    IReadOnlyList<SetupReport.ChangedObject> Changes,
    IReadOnlyList<OptionalApi> OptionalApis,
    IReadOnlyList<string> LeftOut,
    IReadOnlyCollection<string> Warnings,
    Verification? Verification)
{
    /// <summary>Why nothing could be verified after everything was applied; null when it was, and for a dry run.</summary>
    public string? Unverified { get; init; }

    /// <summary>One object with what was done to it.</summary>
    internal sealed record ChangedObject(string Object, PlannedAction Action, IReadOnlyList<string> Fields);
}
