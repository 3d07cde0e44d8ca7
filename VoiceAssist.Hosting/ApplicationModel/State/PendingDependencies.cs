namespace Aspire.Hosting.ApplicationModel;

/// <summary>Shows in a waiting resource's snapshot what it still waits for.</summary>
internal sealed class PendingDependencies(ResourceNotificationService notifications, IResource waiter, IEnumerable<string> instanceNames)
{
    private readonly Lock _lock = new();
    private readonly List<string> _pending = [.. instanceNames];

    /// <summary>Shows it; the state becomes Waiting unless the resource has been started meanwhile.</summary>
    public Task ShowAsync()
    {
        lock (_lock)
        {
            string[] pending = [.. _pending.Distinct()];
            return notifications.PublishUpdateAsync(waiter, s => pending.Length == 0
                ? s with { Properties = s.Properties.Without(KnownProperties.Resource.WaitingFor) }
                : MayWait(s.State?.Text)
                    ? s with { State = KnownResourceStates.Waiting, Properties = s.Properties.With(KnownProperties.Resource.WaitingFor, pending) }
                    : s);
        }
    }

    /// <summary>One wait for the instance is over.</summary>
    public Task RemoveAsync(string instanceName)
    {
        lock (_lock)
        {
            _pending.Remove(instanceName);
        }

        return ShowAsync();
    }

    private bool MayWait(string? state) =>
        state is null || state == KnownResourceStates.Starting || state == KnownResourceStates.Waiting ||
        (state == KnownResourceStates.NotStarted && !waiter.HasAnnotationOfType<ExplicitStartupAnnotation>());
}
