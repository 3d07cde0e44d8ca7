using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ValueSnapshotTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_early_gets_the_first_value()
    {
        var snapshot = new ValueSnapshot<string>();
        var early = snapshot.GetValueAsync(Cancellation);
        Assert.False(snapshot.IsValueSet);
        snapshot.SetValue("a");
        Assert.Equal("a", await early);
        Assert.True(snapshot.IsValueSet);
    }

    [Fact]
    public async Task A_later_value_replaces_the_first()
    {
        var snapshot = new ValueSnapshot<string>();
        snapshot.SetValue("a");
        snapshot.SetValue("b");
        Assert.Equal("b", await snapshot.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task A_value_can_follow_a_failure()
    {
        var snapshot = new ValueSnapshot<string>();
        snapshot.SetException(new InvalidOperationException("no"));
        Assert.False(snapshot.IsValueSet);
        await Assert.ThrowsAsync<InvalidOperationException>(() => snapshot.GetValueAsync(Cancellation));
        snapshot.SetValue("a");
        Assert.Equal("a", await snapshot.GetValueAsync(Cancellation));
    }
}
