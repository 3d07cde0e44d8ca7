using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>What became of an <see cref="Executable"/>.</summary>
internal sealed record ExecutableStatus
{
    /// <summary>One of <see cref="ExecutableStates"/>.</summary>
    public string? State { get; init; }

    /// <summary>For a process its id as text.</summary>
    [JsonPropertyName("executionID")]
    public string? ExecutionId { get; init; }

    public long? Pid { get; init; }

    public DateTimeOffset? StartupTimestamp { get; init; }

    public DateTimeOffset? FinishTimestamp { get; init; }

    /// <summary>-1 after a stop that was asked for.</summary>
    public int? ExitCode { get; init; }

    public IReadOnlyList<EnvVar>? EffectiveEnv { get; init; }
}
