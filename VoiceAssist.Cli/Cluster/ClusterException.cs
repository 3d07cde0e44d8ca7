using System.Net;

namespace VoiceAssist.Cli.Cluster;

/// <summary>The API server refused.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">The server's own words.</param>
/// <param name="causes">The fields in question, with what is wrong with each.</param>
internal sealed class ClusterException(HttpStatusCode status, string message, IReadOnlyList<FieldCause> causes) : Exception(message)
{
    public HttpStatusCode Status => status;

    public IReadOnlyList<FieldCause> Causes => causes;

    /// <summary>Whether other field managers own fields with other values.</summary>
    public bool IsOwnershipConflict => status == HttpStatusCode.Conflict && causes.Any(c => c.Reason == "FieldManagerConflict");
}
