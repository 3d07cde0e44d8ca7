using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.Tests.Submission;

public class AdmissionTests
{
    private static readonly AdmissionOptions Limits = new() { MaxDepth = 10, MaxAge = TimeSpan.FromMinutes(1) };

    private readonly FakeTimeProvider _time = new(Store.JobRecord.Now);
    private readonly QueueFigures _figures = new(TimeProvider.System);

    private Admission Admission => field ??= new Admission(_figures, Options.Create(Limits), _time);

    [Fact]
    public void Before_the_first_reading_jobs_may_come() => Assert.Null(Admission.Busy());

    [Theory]
    [InlineData(9, 0, false)]
    [InlineData(10, 0, true)]
    [InlineData(1, 59, false)]
    [InlineData(1, 60, true)]
    public void Depth_and_age_have_limits(long depth, int oldestSeconds, bool busy)
    {
        _figures.Set(_time.GetUtcNow(), depth, _time.GetUtcNow().AddSeconds(-oldestSeconds), 0);

        Assert.Equal(busy ? Limits.RetryAfter : null, Admission.Busy());
    }

    [Fact]
    public void What_was_accepted_since_the_latest_reading_counts_until_the_next()
    {
        _figures.Set(_time.GetUtcNow(), 4, null, 0);
        Admission.Count(5);
        Assert.Null(Admission.Busy());
        Admission.Count(1);
        Assert.NotNull(Admission.Busy());

        _time.Advance(TimeSpan.FromSeconds(1));
        _figures.Set(_time.GetUtcNow(), 4, null, 0);
        Assert.Null(Admission.Busy());
    }

    [Fact]
    public void While_the_servers_are_down_the_oldest_job_grows_older()
    {
        _figures.Set(_time.GetUtcNow(), 1, _time.GetUtcNow(), 0);
        Assert.Null(Admission.Busy());

        _time.Advance(Limits.MaxAge);

        Assert.NotNull(Admission.Busy());
        Assert.Equal(Limits.MaxAge, _figures.Staleness(_time.GetUtcNow()));
    }
}
