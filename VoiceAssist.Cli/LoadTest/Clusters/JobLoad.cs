using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>A load that a Job in the cluster sends.</summary>
internal sealed class JobLoad(RunningLoadJob job, TestLoad load) : ILoadSource
{
    private static readonly LoadResult Nothing = new LoadRecorder().ToResult(TimeSpan.Zero);

    public (long Ended, long Succeeded) SoFar => (Result.Succeeded + Result.Failed, Result.Succeeded);

    public LoadResult Result => job.ResultOf(load.Workload) ?? Nothing;

    public async Task<LoadResult> RunAsync(CancellationToken cancel)
    {
        try
        {
            return await job.WaitAsync(load.Workload, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What was measured up to here still counts.
            return Result;
        }
    }

    public void Dispose()
    {
        // The Job ends with the target.
    }
}
