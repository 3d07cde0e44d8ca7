using Microsoft.Extensions.Options;
using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Submission;

/// <summary>
/// Whether the queue takes more. It costs two comparisons: depth and age are those that the monitor read last,
/// and what this process has accepted since counts on top.
/// </summary>
public sealed class Admission(QueueFigures figures, IOptions<AdmissionOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _reading;
    private long _since;

    /// <returns>Null when a job may come, else when to try again.</returns>
    public TimeSpan? Busy()
    {
        var limits = options.Value;
        return Depth() >= limits.MaxDepth || figures.OldestAge(time.GetUtcNow()) >= limits.MaxAge ? limits.RetryAfter : null;
    }

    /// <summary>Counts jobs that were accepted after the latest reading.</summary>
    internal void Count(int accepted)
    {
        lock (_lock)
        {
            StartAnew();
            _since += accepted;
        }
    }

    private long Depth()
    {
        lock (_lock)
        {
            StartAnew();
            return figures.Depth + _since;
        }
    }

    private void StartAnew()
    {
        if (figures.ReadAt != _reading)
        {
            (_reading, _since) = (figures.ReadAt, 0);
        }
    }
}
