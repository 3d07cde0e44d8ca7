using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>What DCP says of a workload, executable or container, in the words of the dashboard.</summary>
/// <param name="State">One of <see cref="KnownResourceStates"/>; null while DCP has not looked at it.</param>
/// <param name="ExitCode">Its exit code, once it has ended by itself.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="StoppedAt">When it ended.</param>
/// <param name="Pid">The process, of an executable.</param>
/// <param name="ContainerId">The container, of a container.</param>
/// <param name="Message">Why it does not run.</param>
/// <param name="Environment">The variables it really has.</param>
internal sealed record WorkloadState(
    string? State,
    int? ExitCode,
    DateTime? StartedAt,
    DateTime? StoppedAt,
    long? Pid,
    string? ContainerId,
    string? Message,
    IReadOnlyList<EnvVar> Environment)
{
    public static WorkloadState Of(Executable executable)
    {
        var status = executable.Status;
        return new(
            status?.State switch
            {
                null or ExecutableStates.Created => null,
                ExecutableStates.Finished or ExecutableStates.Terminated => KnownResourceStates.Finished,
                var state => state,
            },
            status?.ExitCode,
            status?.StartupTimestamp?.UtcDateTime,
            status?.FinishTimestamp?.UtcDateTime,
            status?.Pid,
            ContainerId: null,
            Message: null,
            status?.EffectiveEnv ?? []);
    }

    public static WorkloadState Of(Container container)
    {
        var status = container.Status;
        return new(
            status?.State switch
            {
                null or "" => null,
                ContainerStates.Pending or ContainerStates.Building => KnownResourceStates.Starting,
                var state => state,
            },
            status?.ExitCode,
            status?.StartupTimestamp?.UtcDateTime,
            status?.FinishTimestamp?.UtcDateTime,
            Pid: null,
            status?.ContainerId,
            status?.Message,
            status?.EffectiveEnv ?? []);
    }

    public bool IsTerminal => State is not null && KnownResourceStates.TerminalStates.Contains(State);
}
