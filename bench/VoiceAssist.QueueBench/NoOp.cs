using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.QueueBench;

/// <summary>A job that does nothing: what remains is the queue.</summary>
internal sealed class NoOp : IJobHandler
{
    public static readonly NewJob Job = new() { Kind = "no-op", Payload = """{"number":1}""" };

    private static readonly Task<JobOutput> Done = Task.FromResult(new JobOutput("{}"));

    public string Kind => Job.Kind;

    public Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken) => Done;
}
