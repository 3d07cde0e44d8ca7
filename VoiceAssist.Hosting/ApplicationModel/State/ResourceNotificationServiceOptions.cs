namespace Aspire.Hosting.ApplicationModel;

/// <summary>How resources wait for each other.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>What happens when a dependency ends or cannot start and its wait does not say.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
