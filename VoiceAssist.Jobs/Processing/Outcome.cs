using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Processing;

/// <summary>How a run can end: the metrics' label <c>outcome</c>.</summary>
internal static class Outcome
{
    public const string Succeeded = "succeeded";

    /// <summary>Given up for good: a dead letter.</summary>
    public const string Failed = "failed";

    /// <summary>Failed, and another run will follow.</summary>
    public const string Retried = "retried";

    public const string Cancelled = "cancelled";

    /// <summary>The process had to go; another one will run the job.</summary>
    public const string HandedBack = "handed_back";

    /// <summary>Somebody else has closed the job or runs it anew; this run wrote nothing.</summary>
    public const string Superseded = "superseded";

    /// <summary>The process had to go and could not even say so: the lease has to end first.</summary>
    public const string Abandoned = "abandoned";

    /// <param name="written">Where the record says the job stands.</param>
    /// <param name="isFailure">Whether the run failed.</param>
    public static string Of(JobState written, bool isFailure) => written switch
    {
        JobState.Succeeded => Succeeded,
        JobState.Failed => Failed,
        JobState.Cancelled => Cancelled,
        _ => isFailure ? Retried : HandedBack,
    };
}
