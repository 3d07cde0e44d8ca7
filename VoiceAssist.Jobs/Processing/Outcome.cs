namespace VoiceAssist.Jobs.Processing;

/// <summary>How a run can end: the metrics' label <c>outcome</c>.</summary>
internal static class Outcome
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    /// <summary>The process had to go; another one will run the job.</summary>
    public const string HandedBack = "handed_back";

    /// <summary>Somebody else has closed the job or runs it anew; this run wrote nothing.</summary>
    public const string Superseded = "superseded";

    /// <summary>The process had to go and could not even say so: the record still calls the job running.</summary>
    public const string Abandoned = "abandoned";
}
