using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests.Processing;

public class ClaimSizeTests
{
    [Theory]
    [InlineData(8, 1_000, 8)]
    [InlineData(8, 20, 8)]
    [InlineData(8, 10, 16)]
    [InlineData(8, 1, 160)]
    [InlineData(8, 0.001, 8 + ClaimSize.MaxAhead)]
    [InlineData(100, 0, 100 + ClaimSize.MaxAhead)]
    public void Only_short_jobs_are_claimed_ahead_and_never_more_than_are_soon_done(int concurrency, double milliseconds, int window) =>
        Assert.Equal(window, ClaimSize.Window(concurrency, TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(8, 8, 1)]
    [InlineData(8, 10, 1)]
    [InlineData(8, 108, 50)]
    public void A_claim_is_worth_it_for_one_long_job_and_for_many_short_ones(int concurrency, int window, int room) =>
        Assert.Equal(room, ClaimSize.WorthAClaim(concurrency, window));

    [Fact]
    public async Task The_window_opens_as_runs_end_and_closes_while_the_record_is_behind()
    {
        var window = new ClaimWindow(2);
        Assert.Equal(2, await window.RoomAsync(CancellationToken.None));
        window.Claimed(2);
        var room = window.RoomAsync(CancellationToken.None);
        Assert.False(room.IsCompleted);

        window.Handled(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await room);

        window.Claimed(ClaimWindow.MaxClosing);
        for (var i = 0; i < ClaimWindow.MaxClosing; i++)
        {
            window.Handled(null);
        }

        room = window.RoomAsync(CancellationToken.None);
        Assert.False(room.IsCompleted);
        window.Closed();
        window.Closed();
        Assert.Equal(1, await room);
    }

    [Fact]
    public async Task It_is_empty_when_everything_claimed_is_written()
    {
        var window = new ClaimWindow(2);
        window.Claimed(1);
        var empty = window.EmptyAsync();

        window.Handled(null);
        Assert.False(empty.IsCompleted);

        window.Closed();
        await empty;
    }
}
