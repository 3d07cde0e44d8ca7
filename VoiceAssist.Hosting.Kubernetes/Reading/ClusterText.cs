namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>A value as it is in a cluster: parts in order, never two literals in a row.</summary>
internal sealed record ClusterText
{
    private ClusterText(IReadOnlyList<TextPart> parts) => Parts = parts;

    public IReadOnlyList<TextPart> Parts { get; }

    /// <summary>The text, if nothing of it is left to the cluster.</summary>
    public string? AsLiteral => Parts switch
    {
        [] => "",
        [TextPart.Literal literal] => literal.Text,
        _ => null,
    };

    public static ClusterText Of(TextPart part) => Join([part]);

    public static ClusterText Of(string text) => Of(new TextPart.Literal(text));

    public static ClusterText Join(IEnumerable<TextPart> parts)
    {
        var joined = new List<TextPart>();
        foreach (var part in parts)
        {
            if (part is TextPart.Literal next && joined is [.., TextPart.Literal last])
            {
                joined[^1] = new TextPart.Literal(last.Text + next.Text);
            }
            else if (part is not TextPart.Literal { Text: "" })
            {
                joined.Add(part);
            }
        }

        return new(joined);
    }
}
