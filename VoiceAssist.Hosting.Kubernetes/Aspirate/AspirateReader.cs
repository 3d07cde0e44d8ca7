using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Aspirate;

/// <summary>
/// Reads the directory that <c>aspirate generate --output-format kustomize</c> (aspirate 9.1) wrote and says what is missing from it. Its shape:
/// <c>kustomization.yaml</c> names a directory per resource, which holds <c>deployment.yaml</c> or <c>statefulset.yaml</c>, <c>service.yaml</c> and
/// a <c>kustomization.yaml</c> that generates the ConfigMap <c>NAME-env</c> and, unless secrets are disabled, the Secret <c>NAME-secrets</c>.
/// </summary>
internal sealed class AspirateReader
{
    private readonly AspirateFiles _files;

    private AspirateReader(string directory) => _files = new(directory);

    /// <param name="directory">The directory.</param>
    /// <param name="workloads">The names of the app model's workloads; the base must have these and no others.</param>
    /// <exception cref="DistributedApplicationException">The directory is not aspirate's, or not of this app.</exception>
    public static AspirateBase Read(string directory, IReadOnlyList<string> workloads)
    {
        var path = Path.GetFullPath(directory);
        if (!Directory.Exists(path))
        {
            throw new DistributedApplicationException(
                $"--{AspirateBase.Key}: the directory '{path}' does not exist{(File.Exists(path) ? ", it is a file" : "")}. Name the output path of 'aspirate generate'; nothing was written.");
        }

        var reader = new AspirateReader(path);
        var result = reader.Read(path);
        reader.Compare(result.Resources, workloads);
        return reader._files.Problems.Count == 0 ? result : throw new DistributedApplicationException(
            $"--{AspirateBase.Key}: '{path}' is not what 'aspirate generate' writes for this app; nothing was written.\n{string.Join('\n', reader._files.Problems.Select(p => $"  {p}."))}");
    }

    private AspirateBase Read(string path)
    {
        var resources = new List<AspirateResource>();
        var others = new List<MapNode>();
        if (_files.IsDirectory("Chart") && !_files.IsFile(TreeLayout.Kustomization))
        {
            _files.Report("It holds a Helm chart; overlays need 'aspirate generate --output-format kustomize'");
        }

        var names = _files.Read(TreeLayout.Kustomization).SelectMany(k => _files.Texts(TreeLayout.Kustomization, k, "resources")).ToArray();
        if (names.Length == 0 && _files.Problems.Count == 0)
        {
            _files.Report($"{TreeLayout.Kustomization} names no resources");
        }

        foreach (var name in names)
        {
            if (_files.IsDirectory(name))
            {
                resources.Add(Resource(name.Trim('/')));
            }
            else
            {
                others.AddRange(_files.Objects(name));
            }
        }

        return new(path, resources, others);
    }

    private AspirateResource Resource(string name)
    {
        var path = $"{name}/{TreeLayout.Kustomization}";
        var objects = new List<MapNode>();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kustomization in _files.Read(path))
        {
            foreach (var file in _files.Texts(path, kustomization, "resources"))
            {
                objects.AddRange(_files.Objects($"{name}/{file}"));
            }

            foreach (var generator in Maps(kustomization["configMapGenerator"]))
            {
                foreach (var (key, value) in _files.Texts(path, generator, "literals").Select(Split))
                {
                    variables[key] = value;
                }

                objects.Add(Generated("ConfigMap", generator));
            }

            foreach (var generator in Maps(kustomization["secretGenerator"]))
            {
                foreach (var file in _files.Texts(path, generator, "envs").Where(f => !_files.IsFile($"{name}/{f}")))
                {
                    _files.Report($"{name}/{file} is missing: aspirate writes it only while it applies, so Kustomize cannot build the base. Generate with --disable-secrets; the published overlays take no secret from the base");
                }

                objects.Add(Generated("Secret", generator));
            }
        }

        return new(name, objects, variables);
    }

    private void Compare(IReadOnlyList<AspirateResource> resources, IReadOnlyList<string> workloads)
    {
        foreach (var workload in workloads)
        {
            if (resources.FirstOrDefault(r => r.Name == workload) is not { } resource)
            {
                _files.Report($"{TreeLayout.Kustomization} names no directory '{workload}', and the app model has a workload of that name");
            }
            else if (resource.Workload is not { } found)
            {
                _files.Report($"{workload}/ has neither a Deployment (deployment.yaml) nor a StatefulSet (statefulset.yaml) called '{workload}'");
            }
            else if (found.Map("spec")?.Map("selector")?.Map("matchLabels") is not { Count: 1 } labels || labels.Text(AspirateBase.SelectorLabel) != workload)
            {
                _files.Report($"{workload}/: the selector of its {found.Text("kind")} is not '{AspirateBase.SelectorLabel}: {workload}'");
            }
        }

        foreach (var resource in resources.Where(r => !workloads.Contains(r.Name)))
        {
            _files.Report($"'{resource.Name}' is no workload of the app model: nothing would limit or repair it. Generate the base from this app's manifest; 'aspirate generate -c NAME' chooses resources");
        }
    }

    private static MapNode Generated(string kind, MapNode generator) => new()
    {
        { "apiVersion", "v1" },
        { "kind", kind },
        { "metadata", new MapNode { { "name", generator.Text("name") ?? "" } } },
    };

    private static (string Key, string Value) Split(string literal) => literal.IndexOf('=', StringComparison.Ordinal) is var at and >= 0
        ? (literal[..at], literal[(at + 1)..])
        : (literal, "");

    private static IEnumerable<MapNode> Maps(Node? list) => (list as ListNode)?.Items.OfType<MapNode>() ?? [];
}
