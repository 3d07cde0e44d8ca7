namespace VoiceAssist.Contracts;

/// <summary>Body of <c>POST /v1/jobs</c> for a text command.</summary>
/// <param name="Text">The command, for example <c>set a timer for five minutes</c>; 1 to <see cref="JobLimits.MaxTextLength"/> characters.</param>
/// <param name="Speak">Whether the answer is to be spoken as well.</param>
/// <param name="Priority">Who goes first.</param>
/// <param name="DelaySeconds">Not to run before so many seconds have passed; 0 to <see cref="JobLimits.MaxDelaySeconds"/>.</param>
public sealed record JobSubmission(
    string? Text, bool Speak = false, JobPriority Priority = JobPriority.Interactive, int DelaySeconds = 0);
