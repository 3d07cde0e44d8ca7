namespace VoiceAssist.TestCluster.Serving;

/// <summary>What goes wrong instead of an answer.</summary>
/// <param name="Code">The HTTP status; 0 breaks the connection off, -1 never answers.</param>
/// <param name="Matches">Which requests.</param>
/// <param name="Times">How often; <see cref="int.MaxValue"/> for always.</param>
/// <param name="AfterWriting">Whether the request is carried out before its answer gets lost.</param>
public sealed record Fault(int Code, Func<RecordedRequest, bool> Matches, int Times = 1, bool AfterWriting = false);
