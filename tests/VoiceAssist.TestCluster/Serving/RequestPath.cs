namespace VoiceAssist.TestCluster.Serving;

/// <summary>The parts of a resource's path: <c>/apis/apps/v1/namespaces/NS/deployments/NAME</c>.</summary>
internal sealed record RequestPath(string GroupVersion, string? Namespace, string Plural, string? Name, string? Subresource = null)
{
    public static RequestPath? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var skip = parts is ["api", ..] ? 2 : parts is ["apis", ..] ? 3 : int.MaxValue;
        if (parts.Length <= skip)
        {
            return null;
        }

        var groupVersion = skip == 2 ? parts[1] : $"{parts[1]}/{parts[2]}";
        return parts[skip..] switch
        {
            ["namespaces", var space, var plural] => new(groupVersion, space, plural, null),
            ["namespaces", var space, var plural, var name] => new(groupVersion, space, plural, name),
            ["namespaces", var space, var plural, var name, var subresource] => new(groupVersion, space, plural, name, subresource),
            [var plural] => new(groupVersion, null, plural, null),
            [var plural, var name] => new(groupVersion, null, plural, name),
            _ => null,
        };
    }
}
