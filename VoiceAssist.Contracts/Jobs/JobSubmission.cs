using System.ComponentModel.DataAnnotations;

namespace VoiceAssist.Contracts;

/// <summary>Body of <c>POST /v1/jobs</c> for a text command.</summary>
/// <param name="Text">The command, for example <c>set a timer for five minutes</c>.</param>
/// <param name="Speak">Whether the answer is to be spoken as well.</param>
/// <param name="Priority">Who goes first.</param>
/// <param name="DelaySeconds">Not to run before so many seconds have passed.</param>
public sealed record JobSubmission(
    [property: MinLength(1), MaxLength(JobLimits.MaxTextLength)] string? Text,
    bool Speak = false,
    JobPriority Priority = JobPriority.Interactive,
    [property: Range(0, JobLimits.MaxDelaySeconds)] int DelaySeconds = 0);
