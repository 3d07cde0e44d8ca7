namespace VoiceAssist.TestServers.Processes;

/// <summary>Waits for something that happens elsewhere.</summary>
public static class Eventually
{
    /// <summary>Far beyond what anything here takes, so that only a real fault reaches it, also on a machine that is busy with something else.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until there is something to see.</summary>
    /// <exception cref="TimeoutException">There was nothing within the deadline, <see cref="Deadline"/> unless another one is given; the message ends with what it looked like then.</exception>
    public static async Task<T> SeeAsync<T>(string what, Func<Task<T?>> look, Func<string>? detail = null, TimeSpan? deadline = null)
    {
        var limit = deadline ?? Deadline;
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            if (TimeProvider.System.GetElapsedTime(start) > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {what}. {detail?.Invoke()}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Looks until it is true.</summary>
    /// <exception cref="TimeoutException">As for <see cref="SeeAsync"/>.</exception>
    public static Task BeAsync(string what, Func<Task<bool>> look, Func<string>? detail = null, TimeSpan? deadline = null) =>
        SeeAsync(what, async () => await look() ? what : null, detail, deadline);
}
