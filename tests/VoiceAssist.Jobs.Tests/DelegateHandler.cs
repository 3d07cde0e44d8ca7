using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests;

/// <summary>A handler that does what a test says.</summary>
internal sealed class DelegateHandler(string kind, Func<JobContext, CancellationToken, Task<JobOutput>> handle) : IJobHandler
{
    public string Kind => kind;

    public KindLimits Limits { get; init; } = KindLimits.Standard;

    public Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken) => handle(job, cancellationToken);
}
