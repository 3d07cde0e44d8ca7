using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>
/// Takes the namespace out of objects and puts it back in. In the tree the namespace is written once, in <c>kustomization.yaml</c>: Kustomize sets it
/// in every namespaced object, renames the Namespace, and follows it in the subjects of role bindings.
/// </summary>
internal static class NamespacePlacement
{
    private static readonly HashSet<string> ClusterScoped = new(
        [
            "Namespace", "ClusterRole", "ClusterRoleBinding", "APIService", "CustomResourceDefinition", "PersistentVolume", "StorageClass", "PriorityClass",
            "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "IngressClass", "GatewayClass",
        ],
        StringComparer.Ordinal);

    /// <summary>Takes the environment's namespace out.</summary>
    /// <param name="tree">The object; it is changed.</param>
    /// <param name="environment">Whose namespace.</param>
    /// <param name="isMoved">Whether Kustomize sets the object's namespace.</param>
    /// <exception cref="InvalidOperationException">The object stands in another namespace, out of which Kustomize would move it.</exception>
    public static MapNode Remove(MapNode tree, EnvironmentContext environment, bool isMoved)
    {
        if (!isMoved)
        {
            return tree;
        }

        var metadata = tree.Map("metadata")!;
        if (metadata.Text("namespace") is { } other && other != environment.Namespace)
        {
            throw new InvalidOperationException(
                $"{environment}: {ObjectId.Of(tree)} stands in namespace '{other}', and Kustomize would move it to '{environment.Namespace}'. An object of another namespace must stand outside the base.");
        }

        metadata["namespace"] = null;
        if (tree.Text("kind") == "Namespace" && metadata.Text("name") == environment.Namespace)
        {
            metadata["name"] = (ScalarNode)environment.Application;
        }

        foreach (var subject in Subjects(tree).Where(s => s.Text("namespace") == environment.Namespace))
        {
            subject["namespace"] = null;
        }

        return tree;
    }

    /// <summary>Puts a namespace in, as Kustomize does.</summary>
    public static MapNode Set(MapNode tree, string name)
    {
        if (tree.Text("kind") == "Namespace")
        {
            tree.Map("metadata")!["name"] = (ScalarNode)name;
        }
        else if (!ClusterScoped.Contains(tree.Text("kind")!))
        {
            tree.Map("metadata")!["namespace"] = (ScalarNode)name;
        }

        foreach (var subject in Subjects(tree).Where(s => s.Text("kind") == "ServiceAccount" && s["namespace"] is null))
        {
            subject["namespace"] = (ScalarNode)name;
        }

        return tree;
    }

    private static IEnumerable<MapNode> Subjects(MapNode tree) => (tree["subjects"] as ListNode)?.Items.OfType<MapNode>() ?? [];
}
