using System.Text.Json;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>One line of a watch stream; the object stays raw because bookmarks and errors carry other shapes.</summary>
internal sealed record DcpWatchMessage<T>
{
    public string? Type { get; init; }

    public JsonElement Object { get; init; }
}
