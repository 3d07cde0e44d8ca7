using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests;

/// <summary>A handler that does what a test says.</summary>
internal sealed class DelegateHandler(string kind, Func<JobContext, CancellationToken, Task<string>> handle) : IJobHandler
{
    public string Kind => kind;

    public Task<string> HandleAsync(JobContext job, CancellationToken cancellationToken) => handle(job, cancellationToken);
}
