using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>
/// Writes documents as block YAML: lists not indented, LF line ends, equal input gives equal bytes. YamlDotNet's emitter prints neither
/// comments over list items nor what Kustomize prints, hence one of our own; the tests read every output back with YamlDotNet.
/// </summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder _to = new();
    private readonly YamlStyle _style;
    private readonly TextWriting _text;

    private YamlWriter(YamlStyle style) => (_style, _text) = (style, new(_to, style));

    /// <summary>The documents, separated by <c>---</c>, each ended by a line break.</summary>
    public static string Write(IEnumerable<MapNode> documents, YamlStyle style)
    {
        var writer = new YamlWriter(style);
        foreach (var document in documents)
        {
            if (writer._to.Length > 0)
            {
                writer._to.Append("---\n");
            }

            writer.Comment(document, 0);
            if (document.Count == 0)
            {
                writer._to.Append("{}\n");
            }
            else
            {
                writer.Map(document, 0, isOnLine: true);
            }
        }

        return writer._to.ToString();
    }

    private void Map(MapNode map, int indent, bool isOnLine)
    {
        foreach (var (key, value) in map.OrderBy(e => e.Key, _style.Keys))
        {
            if (!isOnLine)
            {
                Comment(value, indent);
                _to.Append(' ', indent);
            }
            else if (indent == 0)
            {
                Comment(value, indent);
            }

            isOnLine = false;
            _text.Key(key);
            _to.Append(':');
            Value(value, indent);
        }
    }

    private void Value(Node value, int indent)
    {
        switch (value)
        {
            case MapNode { Count: > 0 } map:
                _to.Append('\n');
                Map(map, indent + 2, isOnLine: false);
                break;
            case ListNode { Items.Count: > 0 } list:
                _to.Append('\n');
                List(list, indent);
                break;
            default:
                _to.Append(' ');
                Leaf(value, indent + 2);
                break;
        }
    }

    private void List(ListNode list, int indent)
    {
        foreach (var item in list.Items)
        {
            Comment(item, indent);
            if (item is MapNode { Count: > 0 } first && First(first).Value.Comment is not null)
            {
                Comment(First(first).Value, indent);
            }

            _to.Append(' ', indent).Append("- ");
            switch (item)
            {
                case MapNode { Count: > 0 } map:
                    Map(map, indent + 2, isOnLine: true);
                    break;
                case ListNode { Items.Count: > 0 } inner:
                    // A list in a list begins on the same line; nothing in Kubernetes has one, JSON in general does.
                    NestedList(inner, indent + 2);
                    break;
                default:
                    Leaf(item, indent + 2);
                    break;
            }
        }
    }

    private void NestedList(ListNode list, int indent)
    {
        var start = _to.Length;
        List(list, indent);
        _to.Remove(start, indent);
    }

    private void Leaf(Node value, int indent)
    {
        switch (value)
        {
            case ScalarNode { Kind: ScalarKind.Text } text:
                _text.Value(text.Text, indent);
                break;
            case ScalarNode scalar:
                _to.Append(scalar.Text);
                break;
            case MapNode:
                _to.Append("{}");
                break;
            default:
                _to.Append("[]");
                break;
        }

        _to.Append('\n');
    }

    private KeyValuePair<string, Node> First(MapNode map) => map.MinBy(e => e.Key, _style.Keys);

    private void Comment(Node node, int indent)
    {
        if (!_style.WithComments || node.Comment is not { Length: > 0 } comment)
        {
            return;
        }

        foreach (var line in comment.ReplaceLineEndings("\n").Split('\n'))
        {
            _to.Append(' ', indent).Append('#');
            if (line.Length > 0)
            {
                _to.Append(' ').Append(line);
            }

            _to.Append('\n');
        }
    }
}
