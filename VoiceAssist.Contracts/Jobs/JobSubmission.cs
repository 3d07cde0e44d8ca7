namespace VoiceAssist.Contracts;

/// <summary>Body of <c>POST /v1/jobs</c>.</summary>
/// <param name="Text">The command, for example <c>set a timer for five minutes</c>; 1 to <see cref="JobLimits.MaxTextLength"/> characters.</param>
public sealed record JobSubmission(string? Text);
