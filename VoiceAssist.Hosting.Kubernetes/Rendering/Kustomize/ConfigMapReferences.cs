using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>Gives references in pod templates to a generated ConfigMap the name with its hash, where Kustomize does so.</summary>
internal static class ConfigMapReferences
{
    public static void Rename(MapNode tree, string name, string newName)
    {
        if (tree.Map("spec")?.Map("template")?.Map("spec") is not { } pod)
        {
            return;
        }

        foreach (var container in Maps(pod["containers"]).Concat(Maps(pod["initContainers"])))
        {
            foreach (var variable in Maps(container["env"]))
            {
                Rename(variable.Map("valueFrom")?.Map("configMapKeyRef"));
            }

            foreach (var source in Maps(container["envFrom"]))
            {
                Rename(source.Map("configMapRef"));
            }
        }

        foreach (var volume in Maps(pod["volumes"]))
        {
            Rename(volume.Map("configMap"));
            foreach (var source in Maps(volume.Map("projected")?["sources"]))
            {
                Rename(source.Map("configMap"));
            }
        }

        void Rename(MapNode? reference)
        {
            if (reference?.Text("name") == name)
            {
                reference["name"] = (ScalarNode)newName;
            }
        }
    }

    private static IEnumerable<MapNode> Maps(Node? list) => (list as ListNode)?.Items.OfType<MapNode>() ?? [];
}
