using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>How a kind is called in bodies and paths, and how it is read and written.</summary>
/// <param name="Name">As in <c>kind</c>, for example <c>Executable</c>.</param>
/// <param name="Plural">As in the path, for example <c>executables</c>.</param>
/// <param name="Json">For one object.</param>
/// <param name="ListJson">For the answer to a list request.</param>
/// <param name="WatchJson">For a line of a watch stream.</param>
internal sealed record DcpKind<T>(
    string Name,
    string Plural,
    JsonTypeInfo<T> Json,
    JsonTypeInfo<DcpList<T>> ListJson,
    JsonTypeInfo<DcpWatchMessage<T>> WatchJson)
    where T : class, IDcpObject<T>;
