namespace Aspire.Hosting.Health;

/// <summary>When a resource's health checks run again.</summary>
internal static class HealthCheckCadence
{
    /// <summary>Between two checks of a healthy resource.</summary>
    public static readonly TimeSpan Healthy = TimeSpan.FromSeconds(30);

    /// <summary>No check follows another one sooner than this because a state has changed.</summary>
    public static readonly TimeSpan SoonestRecheck = TimeSpan.FromSeconds(1);

    /// <summary>How long a check may take unless its registration says so.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause after a check.</summary>
    /// <param name="failures">How many checks in a row were not healthy, this one included.</param>
    /// <param name="starting">Whether the resource has not been healthy yet in this run.</param>
    /// <returns>
    /// 30 s when healthy, else as many seconds as there were failures, 5 at most. A starting resource is asked sooner, first after 100 ms
    /// and each time after twice as long: others wait for it.
    /// </returns>
    public static TimeSpan PauseAfter(int failures, bool starting)
    {
        if (failures <= 0)
        {
            return Healthy;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(failures, 5));
        var retry = FirstRetry * Math.Pow(2, Math.Min(failures, 30) - 1);
        return starting && retry < pause ? retry : pause;
    }
}
