namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states that the host and the dashboard know.</summary>
public static class KnownResourceStates
{
    /// <summary>Not shown. The dashboard's way before <see cref="CustomResourceSnapshot.IsHidden"/>.</summary>
    [Obsolete("Use CustomResourceSnapshot.IsHidden instead.")]
    public static readonly string Hidden = nameof(Hidden);

    /// <summary>Being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Running.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>It could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>It cannot start because the container runtime does not work.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>Being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>It ended although it should not have, or was stopped.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>It ended by itself.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>It waits for others before it starts.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>It starts only when somebody starts it.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>Being built.</summary>
    public static readonly string Building = nameof(Building);

    /// <summary>A parameter that nobody gave a value.</summary>
    public static readonly string ValueMissing = nameof(ValueMissing);

    /// <summary>It is there, without a life of its own.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>The states in which a resource has ended.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];

    /// <summary>The orchestrator does not know.</summary>
    internal const string Unknown = nameof(Unknown);

    internal static bool IsTerminal(string? state) => state is not null && TerminalStates.Contains(state);

    /// <summary>Whether somebody who waits for it to run waits in vain, unless it is started again.</summary>
    internal static bool IsUnavailable(string? state) => IsTerminal(state) || state == RuntimeUnhealthy;

    /// <summary>Whether a program that was running may still be there.</summary>
    internal static bool IsAlive(string? state) => state == Running || state == Stopping || state == Unknown;
}
