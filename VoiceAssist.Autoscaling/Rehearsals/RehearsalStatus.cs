using System.Text.Json;

namespace VoiceAssist.Autoscaling.Rehearsals;

/// <summary>What a rehearsal on one machine does right now: its answer under <see cref="Path"/>, in camel case.</summary>
public sealed record RehearsalStatus
{
    /// <summary>Beside the gateway, under a path that it has not.</summary>
    public const string Path = "/.rehearsal";

    /// <summary>How the answer is written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>How much faster than in a cluster windows, periods and intervals pass.</summary>
    public required double Speed { get; init; }

    /// <summary>The environment whose policies are rehearsed.</summary>
    public required string Environment { get; init; }

    /// <summary>Seconds since the autoscalers began, in the cluster's time.</summary>
    public required double Seconds { get; init; }

    public required IReadOnlyList<RehearsedWorkload> Workloads { get; init; }
}
