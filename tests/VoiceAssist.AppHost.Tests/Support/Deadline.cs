namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>Bounds what a test waits for, far beyond what it takes, so that only a real fault reaches it.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(180);

    /// <summary>A token that ends the wait, and with the test run.</summary>
    public static CancellationToken Token
    {
        get
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(Length);
            return source.Token;
        }
    }
}
