using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>What a run has produced.</summary>
/// <param name="Json">The result, JSON text without the escape <c>\u0000</c>, which Postgres refuses.</param>
public sealed record JobOutput(string Json)
{
    /// <summary>Files to store with the job; one that it has already under the same name is replaced.</summary>
    public IReadOnlyList<JobFile> Files { get; init; } = [];
}
