using System.Globalization;

namespace VoiceAssist.Jobs.Submission;

/// <summary>Postgres commits more slowly than jobs come, and too many wait for it already: the job was not accepted.</summary>
/// <param name="pendingBytes">How much waits.</param>
public sealed class SubmissionBacklogException(long pendingBytes)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{pendingBytes} bytes of jobs wait to be committed."));
