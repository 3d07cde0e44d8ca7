using System.Collections.Concurrent;
using HdrHistogram;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>Counts outcomes and latencies; any number of requests may end at once.</summary>
internal sealed class LoadRecorder
{
    private const long HighestMicroseconds = 3_600_000_000;
    private const int Digits = 3;

    private readonly LongConcurrentHistogram _latency = new(1, HighestMicroseconds, Digits);
    private readonly LongConcurrentHistogram _service = new(1, HighestMicroseconds, Digits);
    private readonly ConcurrentDictionary<RequestOutcome, long> _outcomes = new();
    private readonly ConcurrentDictionary<int, long> _badStatuses = new();
    private readonly ConcurrentDictionary<int, LoadSecond> _seconds = new();
    private long _due;

    /// <summary>Requests that have ended so far, and how many of them well.</summary>
    public (long Ended, long Succeeded) SoFar => (_outcomes.Values.Sum(), _outcomes.GetValueOrDefault(RequestOutcome.Succeeded));

    /// <param name="due">When it was due, since the start.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="status">The status, where there was an answer.</param>
    /// <param name="latency">Since it was due; null where there was no answer to wait for.</param>
    /// <param name="service">Since it was sent.</param>
    public void Record(TimeSpan due, RequestOutcome outcome, int? status = null, TimeSpan? latency = null, TimeSpan? service = null)
    {
        Interlocked.Increment(ref _due);
        _outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
        if (outcome == RequestOutcome.BadStatus)
        {
            _badStatuses.AddOrUpdate(status ?? 0, 1, (_, n) => n + 1);
        }

        if (latency is { } waited && service is { } took)
        {
            _latency.RecordValue(Microseconds(waited));
            _service.RecordValue(Microseconds(took));
        }

        var (second, good, worst) = ((int)due.TotalSeconds, outcome == RequestOutcome.Succeeded ? 1 : 0, latency?.TotalMilliseconds ?? 0);
        _seconds.AddOrUpdate(
            second,
            new LoadSecond(second, 1, good, worst),
            (_, s) => new(second, s.Due + 1, s.Succeeded + good, Math.Max(s.WorstMilliseconds, worst)));
    }

    public LoadResult ToResult(TimeSpan lasted) => new()
    {
        Lasted = lasted,
        Due = _due,
        Outcomes = new SortedDictionary<RequestOutcome, long>(_outcomes),
        BadStatuses = new SortedDictionary<int, long>(_badStatuses),
        Latency = LatencySummary.Of(_latency),
        ServiceTime = LatencySummary.Of(_service),
        Seconds = [.. _seconds.Values.OrderBy(s => s.Second)],
    };

    private static long Microseconds(TimeSpan time) => Math.Clamp((long)time.TotalMicroseconds, 1, HighestMicroseconds);
}
