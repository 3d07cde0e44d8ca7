using System.Collections;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>A map; keeps its keys in the order in which they came.</summary>
internal sealed class MapNode : Node, IEnumerable<KeyValuePair<string, Node>>
{
    private readonly OrderedDictionary<string, Node> _entries = new(StringComparer.Ordinal);

    public int Count => _entries.Count;

    /// <summary>The value of a key; null when there is none. Setting null removes the key.</summary>
    public Node? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set
        {
            if (value is null)
            {
                _entries.Remove(key);
            }
            else
            {
                _entries[key] = value;
            }
        }
    }

    /// <summary>For collection initializers.</summary>
    public void Add(string key, Node value) => _entries.Add(key, value);

    public void Add(string key, string value) => _entries.Add(key, (ScalarNode)value);

    /// <summary>The map of a key; null when there is none.</summary>
    public MapNode? Map(string key) => this[key] as MapNode;

    /// <summary>The text of a key; null when there is none.</summary>
    public string? Text(string key) => (this[key] as ScalarNode)?.Text;

    public override Node Copy()
    {
        var copy = new MapNode { Comment = Comment };
        foreach (var (key, value) in _entries)
        {
            copy.Add(key, value.Copy());
        }

        return copy;
    }

    public IEnumerator<KeyValuePair<string, Node>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{{{string.Join(", ", _entries.Select(e => $"{e.Key}: {e.Value}"))}}}";
}
