using System.Text.Json;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Turns the lines of one or several watch streams into changes: a new stream first repeats every object as added, and DCP
/// repeats unchanged objects many times a second in some states.
/// </summary>
internal sealed class DcpWatchState<T>
    where T : class, IDcpObject<T>
{
    private readonly Dictionary<string, Known> _known = [];

    public bool IsEmpty => _known.Count == 0;

    /// <summary>The change that a line stands for; null for bookmarks, errors and repetitions.</summary>
    /// <remarks>
    /// A line: <c>{"type":"MODIFIED","object":{"kind":"Service","metadata":{"name":"web","resourceVersion":"7"},"spec":{...}}}</c>
    /// </remarks>
    /// <exception cref="JsonException">The line is not a watch message.</exception>
    public DcpWatchEvent<T>? Apply(string line)
    {
        var message = JsonSerializer.Deserialize(line, T.Definition.WatchJson);
        if (message?.Type is not ("ADDED" or "MODIFIED" or "DELETED"))
        {
            return null;
        }

        var item = message.Object.Deserialize(T.Definition.Json) ?? throw new JsonException($"A watch message of kind {T.Definition.Name} has no object.");
        if (message.Type == "DELETED")
        {
            return _known.Remove(item.Metadata.Name) ? new(DcpWatchEventType.Deleted, item) : null;
        }

        // The version alone changes with every repetition.
        var content = WithoutVersion(item);
        if (_known.TryGetValue(item.Metadata.Name, out var known) && known.Content == content)
        {
            return null;
        }

        _known[item.Metadata.Name] = new Known(item, content);
        return new(known is null ? DcpWatchEventType.Added : DcpWatchEventType.Modified, item);
    }

    /// <summary>Deletions that happened while no stream was open: what was known and is no longer among the objects that exist.</summary>
    public IReadOnlyList<DcpWatchEvent<T>> RemoveAllBut(IEnumerable<T> existing)
    {
        var gone = _known.Keys.Except(existing.Select(item => item.Metadata.Name)).ToList();
        return [.. gone.Select(name =>
        {
            _known.Remove(name, out var known);
            return new DcpWatchEvent<T>(DcpWatchEventType.Deleted, known!.Item);
        })];
    }

    private static string WithoutVersion(T item)
    {
        var node = JsonSerializer.SerializeToNode(item, T.Definition.Json)!;
        node["metadata"]!.AsObject().Remove("resourceVersion");
        return node.ToJsonString();
    }

    private sealed record Known(T Item, string Content);
}
