using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>What a handler gets to know about its job.</summary>
/// <param name="Id">The job.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Payload">JSON text in the kind's own shape.</param>
/// <param name="Attempt">The run's number, 1 for the first.</param>
/// <param name="Speak">Whether the client wants the answer spoken.</param>
public sealed record JobContext(Guid Id, string Kind, string Payload, int Attempt = 1, bool Speak = false)
{
    /// <summary>Where the job's files are; by default there are none.</summary>
    public Func<string, CancellationToken, Task<JobFile?>> Files { private get; init; } = (_, _) => Task.FromResult<JobFile?>(null);

    /// <returns>The file, or null when the job has none of that name, see <see cref="Contracts.JobFileNames"/>.</returns>
    public Task<JobFile?> FindFileAsync(string name, CancellationToken cancellationToken) => Files(name, cancellationToken);
}
