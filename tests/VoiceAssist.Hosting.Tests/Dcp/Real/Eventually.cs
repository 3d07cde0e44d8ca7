namespace VoiceAssist.Hosting.Tests.Dcp.Real;

/// <summary>Waits for conditions, with a deadline that only a defect can reach.</summary>
internal static class Eventually
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<T> GetAsync<T>(string what, Func<CancellationToken, Task<T?>> attempt, TimeSpan? within = null)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(within ?? Deadline);
        while (true)
        {
            try
            {
                if (await attempt(deadline.Token) is { } result)
                {
                    return result;
                }

                await Task.Delay(PollInterval, deadline.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Still waiting after {within ?? Deadline}: {what}");
            }
        }
    }

    public static Task BecomesTrueAsync(string what, Func<bool> condition, TimeSpan? within = null) =>
        GetAsync(what, _ => Task.FromResult(condition() ? what : null), within);
}
