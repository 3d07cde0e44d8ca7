using System.Collections.Concurrent;
using VoiceAssist.Jobs.Processing;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>Runs last until the simulation ends them, or somebody stops them.</summary>
internal sealed class SimulatedHandler : IJobHandler
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<JobOutput>> _runs = new();

    public string Kind => "kind";

    public KindLimits Limits { get; } = new() { MaxRetries = 2, FirstBackoff = TimeSpan.FromSeconds(10), Timeout = TimeSpan.FromMinutes(3) };

    public async Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
    {
        var run = _runs[job.Id] = new TaskCompletionSource<JobOutput>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return await run.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _runs.TryRemove(KeyValuePair.Create(job.Id, run));
        }
    }

    /// <summary>Ends a run, if there is one, as <paramref name="end"/> says.</summary>
    public void End(int which, Action<TaskCompletionSource<JobOutput>> end)
    {
        if (_runs.OrderBy(run => run.Key).Select(run => run.Value).ToList() is { Count: > 0 } runs)
        {
            end(runs[which % runs.Count]);
        }
    }

    /// <summary>Every run has succeeded.</summary>
    public void SucceedAll()
    {
        foreach (var (_, run) in _runs)
        {
            Succeed(run);
        }
    }

    public static void Succeed(TaskCompletionSource<JobOutput> run) => run.TrySetResult(new JobOutput("{}"));

    public static void Fail(TaskCompletionSource<JobOutput> run) => run.TrySetException(new InvalidOperationException("Not this time."));

    public static void FailForGood(TaskCompletionSource<JobOutput> run) => run.TrySetException(new JobFailedException("Never."));
}
