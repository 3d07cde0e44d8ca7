using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>Which jobs to list.</summary>
/// <param name="State">Only these.</param>
/// <param name="After">Only older ones than this: the last id of the page before.</param>
/// <param name="Limit">At most so many, 1 to <see cref="MaxLimit"/>.</param>
/// <param name="Client">Only this client's.</param>
public sealed record JobPage(JobState? State = null, Guid? After = null, int Limit = JobPage.StandardLimit, string? Client = null)
{
    public const int StandardLimit = 50;
    public const int MaxLimit = 200;
}
