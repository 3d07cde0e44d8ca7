using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Start, stop and restart in the dashboard.</summary>
internal static class LifecycleCommands
{
    public static void AddTo(ResourceRunner runner)
    {
        Add(KnownResourceCommands.StartCommand, "Start", "Play", isHighlighted: true, StartState, runner.StartAsync);
        Add(KnownResourceCommands.StopCommand, "Stop", "Stop", isHighlighted: true, StopState, runner.StopAsync);
        Add(KnownResourceCommands.RestartCommand, "Restart", "ArrowCounterclockwise", isHighlighted: false, RestartState, runner.RestartAsync);

        void Add(string name, string displayName, string icon, bool isHighlighted, Func<string?, ResourceCommandState> state, Func<string, CancellationToken, Task> execute) =>
            runner.Resource.Annotations.Add(new ResourceCommandAnnotation(
                name,
                displayName,
                context => state(context.ResourceSnapshot.State?.Text),
                async context =>
                {
                    await execute(context.ResourceName, context.CancellationToken).ConfigureAwait(false);
                    return CommandResults.Success();
                },
                displayDescription: null,
                parameter: null,
                confirmationMessage: null,
                icon,
                IconVariant.Filled,
                isHighlighted));
    }

    private static ResourceCommandState StartState(string? state) =>
        IsStarting(state) ? ResourceCommandState.Disabled
        : IsStopped(state) || state == KnownResourceStates.Waiting ? ResourceCommandState.Enabled
        : ResourceCommandState.Hidden;

    private static ResourceCommandState StopState(string? state) =>
        state == KnownResourceStates.Stopping ? ResourceCommandState.Disabled
        : IsStopped(state) || IsStarting(state) || state == KnownResourceStates.Waiting ? ResourceCommandState.Hidden
        : ResourceCommandState.Enabled;

    private static ResourceCommandState RestartState(string? state) =>
        IsStopped(state) || IsStarting(state) || state == KnownResourceStates.Waiting || state == KnownResourceStates.Stopping
            ? ResourceCommandState.Disabled
            : ResourceCommandState.Enabled;

    private static bool IsStopped(string? state) =>
        state is null || state == KnownResourceStates.NotStarted || state == "Unknown" || KnownResourceStates.TerminalStates.Contains(state);

    private static bool IsStarting(string? state) => state == KnownResourceStates.Starting || state == KnownResourceStates.Building;
}
