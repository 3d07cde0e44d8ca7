using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Submission;

/// <summary>A job that is committed.</summary>
/// <param name="Job">The job as it stands.</param>
/// <param name="Existed">Whether an earlier request with the same idempotency key had submitted it already.</param>
public sealed record Acceptance(JobView Job, bool Existed);
