namespace VoiceAssist.Contracts;

/// <summary>Every metric that autoscaling, alerts and dashboards rely on.</summary>
public static class Metrics
{
    /// <summary>Seconds per request, written by ASP.NET Core itself.</summary>
    public static readonly Metric RequestDuration =
        new("http.server.request.duration", "s", "http_server_request_duration_seconds");

    /// <summary>Jobs waiting in one shared queue; label <c>queue</c>. Every worker reports the same figure.</summary>
    public static readonly Metric QueueDepth = new("voiceassist.queue.depth", "{job}", "voiceassist_queue_depth");

    /// <summary>Age of the job that has waited longest, 0 when none waits; label <c>queue</c>.</summary>
    public static readonly Metric QueueOldestAge =
        new("voiceassist.queue.oldest_age", "s", "voiceassist_queue_oldest_age_seconds");

    /// <summary>Jobs that this process is running now.</summary>
    public static readonly Metric QueueInFlight =
        new("voiceassist.queue.in_flight", "{job}", "voiceassist_queue_in_flight");

    /// <summary>Runs that ended; labels <c>kind</c> and <c>outcome</c>.</summary>
    public static readonly Metric Jobs = new("voiceassist.jobs", "{job}", "voiceassist_jobs_total");

    /// <summary>Runs that failed and will be followed by another one; label <c>kind</c>.</summary>
    public static readonly Metric JobsRetried = new("voiceassist.jobs.retried", "{job}", "voiceassist_jobs_retried_total");

    /// <summary>Jobs given up and still kept, counted up to 10,000.</summary>
    public static readonly Metric DeadLetters = new("voiceassist.dead_letters", "{job}", "voiceassist_dead_letters");

    /// <summary>Seconds since depth and age were last read: they stand still while a server is down.</summary>
    public static readonly Metric QueueStaleness = new("voiceassist.queue.staleness", "s", "voiceassist_queue_staleness_seconds");

    /// <summary>Seconds a run took, from claim to close; label <c>kind</c>.</summary>
    public static readonly Metric JobDuration = new("voiceassist.job.duration", "s", "voiceassist_job_duration_seconds");

    /// <summary>Seconds a job waited, from when it was due to the beginning of its run; label <c>kind</c>.</summary>
    public static readonly Metric JobWait = new("voiceassist.job.wait", "s", "voiceassist_job_wait_seconds");
}
