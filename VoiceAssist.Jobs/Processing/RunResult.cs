namespace VoiceAssist.Jobs.Processing;

/// <summary>What became of a handler's work: a result, a reason why there is none, or neither when it was cut off.</summary>
internal sealed record RunResult
{
    public static readonly RunResult CutOff = new();

    private RunResult()
    {
    }

    public string? Json { get; private init; }

    public string? Reason { get; private init; }

    public static RunResult Success(string json) => new() { Json = json };

    public static RunResult Failure(string reason) => new() { Reason = reason };
}
