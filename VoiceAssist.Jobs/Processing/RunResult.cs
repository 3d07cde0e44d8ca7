namespace VoiceAssist.Jobs.Processing;

/// <summary>What became of a handler's work: an output, a failure, or a stop.</summary>
internal abstract record RunResult
{
    private RunResult()
    {
    }

    public sealed record Success(JobOutput Output) : RunResult;

    /// <param name="Reason">Fit for clients to read.</param>
    /// <param name="IsFinal">Whether another run would fail as well.</param>
    public sealed record Failure(string Reason, bool IsFinal) : RunResult;

    public sealed record Stopped(StopReason Reason) : RunResult;
}
