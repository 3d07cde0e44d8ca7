using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>A <c>kustomization.yaml</c> without deprecated fields.</summary>
internal sealed record KustomizationFile
{
    /// <summary>Whether it is a component, which an overlay opts into.</summary>
    public bool IsComponent { get; init; }

    public string? Namespace { get; init; }

    public IReadOnlyList<string> Resources { get; init; } = [];

    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>The files of strategic merge patches.</summary>
    public IReadOnlyList<string> PatchFiles { get; init; } = [];

    /// <summary>Patches that stand in the file itself.</summary>
    public IReadOnlyList<MapNode> Patches { get; init; } = [];

    public IReadOnlyList<MapNode> Generators { get; init; } = [];

    public MapNode ToNode()
    {
        var node = new MapNode
        {
            { "apiVersion", IsComponent ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1" },
            { "kind", IsComponent ? "Component" : "Kustomization" },
        };
        if (Namespace is not null)
        {
            node.Add("namespace", Namespace);
        }

        AddList(node, "resources", ListNode.Of(Resources));
        AddList(node, "components", ListNode.Of(Components));
        AddList(node, "patches", new(PatchFiles.Select(f => new MapNode { { "path", f } }).Concat(Patches)));
        AddList(node, "configMapGenerator", new(Generators));
        return node;
    }

    private static void AddList(MapNode node, string key, ListNode list)
    {
        if (list.Items.Count > 0)
        {
            node.Add(key, list);
        }
    }
}
