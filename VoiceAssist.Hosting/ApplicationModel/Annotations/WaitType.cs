namespace Aspire.Hosting.ApplicationModel;

/// <summary>What must have become of a resource that is waited for.</summary>
public enum WaitType
{
    /// <summary>It runs and is healthy.</summary>
    WaitUntilHealthy,

    /// <summary>It has ended.</summary>
    WaitForCompletion,

    /// <summary>It runs.</summary>
    WaitUntilStarted,
}
