using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Processing;

public class RunEndingTests
{
    private static readonly DateTimeOffset Now = Store.JobRecord.Now;
    private static readonly KindLimits Limits = new() { MaxRetries = 2, FirstBackoff = TimeSpan.FromSeconds(8), Timeout = TimeSpan.FromSeconds(9) };

    [Fact]
    public void A_success_keeps_the_output()
    {
        var file = new JobFile("speech", "audio/wav", [1]);

        var ending = Of(new RunResult.Success(new JobOutput("{}") { Files = [file] }))!;

        Assert.Equal((JobState.Succeeded, "{}", null), (ending.State, ending.Result, ending.Reason));
        Assert.Equal([file], ending.Files);
    }

    [Theory]
    [InlineData(0, false, JobState.Queued)]
    [InlineData(1, false, JobState.Queued)]
    [InlineData(2, false, JobState.Failed)]
    [InlineData(0, true, JobState.Failed)]
    public void A_failure_is_tried_again_until_the_retries_are_spent_or_it_is_final(int failuresBefore, bool isFinal, JobState state)
    {
        var ending = Of(new RunResult.Failure("no", isFinal), failuresBefore)!;

        Assert.Equal((state, "no", "no"), (ending.State, ending.Reason, ending.Detail));
        Assert.Equal(state == JobState.Queued, ending.DueAt > Now);
    }

    [Fact]
    public void A_run_whose_time_is_over_counts_as_a_failure()
    {
        var ending = Of(new RunResult.Stopped(StopReason.Timeout))!;

        Assert.Equal((JobState.Queued, true), (ending.State, ending.IsFailure));
        Assert.Contains("9 s", ending.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_handed_back_keeps_its_place_and_is_no_failure()
    {
        var ending = Of(new RunResult.Stopped(StopReason.CutOff))!;

        Assert.Equal((JobState.Queued, false, null), (ending.State, ending.IsFailure, ending.DueAt));
        Assert.Equal(ending.Job.Waiting, ending.Waiting);
    }

    [Fact]
    public void What_the_client_called_off_is_cancelled() =>
        Assert.Equal(JobState.Cancelled, Of(new RunResult.Stopped(StopReason.Cancelled))!.State);

    [Fact]
    public void About_a_lost_lease_nothing_is_written() => Assert.Null(Of(new RunResult.Stopped(StopReason.LeaseLost)));

    private static Closing? Of(RunResult result, int failuresBefore = 0) =>
        RunEnding.Of(new ClaimedJob(Guid.Empty, 1, "kind", "{}", false, failuresBefore, new(Guid.Empty, default, Now), Now, default), result, Limits, Now, 0.5);
}
