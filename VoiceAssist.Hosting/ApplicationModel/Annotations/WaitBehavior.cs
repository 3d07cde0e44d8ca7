namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a waiting resource does when the one it waits for ends or cannot start.</summary>
public enum WaitBehavior
{
    /// <summary>It goes on waiting: somebody may start the other one again.</summary>
    WaitOnResourceUnavailable,

    /// <summary>It fails to start.</summary>
    StopOnResourceUnavailable,
}
