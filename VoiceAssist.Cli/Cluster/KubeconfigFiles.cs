using k8s;
using k8s.KubeConfigModels;

namespace VoiceAssist.Cli.Cluster;

/// <summary>The kubeconfig as kubectl finds it: <c>--kubeconfig</c>, else the files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
internal static class KubeconfigFiles
{
    /// <summary>Several files are merged as kubectl does: the first one that names something wins.</summary>
    /// <returns>Null when there is no file.</returns>
    /// <exception cref="UsageException">A file cannot be read, or <c>--kubeconfig</c> does not exist.</exception>
    public static Kubeconfig? Load(string? given, Surroundings around)
    {
        if (given is not null && !File.Exists(given))
        {
            throw new UsageException($"--kubeconfig: '{given}' does not exist.");
        }

        var files = Paths(given, around).Where(File.Exists).Select(Read).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        var models = files.Select(f => f.Model).ToList();
        var model = new K8SConfiguration
        {
            ApiVersion = models[0].ApiVersion,
            CurrentContext = models.Select(f => f.CurrentContext).FirstOrDefault(c => !string.IsNullOrEmpty(c)),
            Contexts = Merge(models, f => f.Contexts, c => c.Name),
            Clusters = Merge(models, f => f.Clusters, c => c.Name),
            Users = Merge(models, f => f.Users, u => u.Name),
            FileName = models[0].FileName,
        };
        var additions = files.Select(f => f.Additions).ToList();
        return new(
            model,
            Named(Merge(additions, f => f.Clusters, c => c.Name).Select(c => (c.Name, c.Cluster?.ProxyUrl))),
            Named(Merge(additions, f => f.Users, u => u.Name).Select(u => (u.Name, u.User?.TokenFile))));
    }

    /// <summary>The names of all contexts, for completion; none where nothing can be read.</summary>
    public static IReadOnlyList<string> Contexts(string? given)
    {
        try
        {
            return Load(given, new() { Output = TextWriter.Null, Error = TextWriter.Null })?.Contexts ?? [];
        }
        catch (UsageException)
        {
            return [];
        }
    }

    private static string[] Paths(string? given, Surroundings around) =>
        given is not null ? [given]
        : around.Variable("KUBECONFIG") is { Length: > 0 } list ? list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        : [Path.Combine(around.Variable("HOME") ?? around.Variable("USERPROFILE") ?? "", ".kube", "config")];

    private static (K8SConfiguration Model, KubeconfigAdditions Additions) Read(string path)
    {
        try
        {
            return (KubernetesClientConfiguration.LoadKubeConfig(new FileInfo(path), useRelativePaths: true) ?? new(), KubeconfigAdditions.Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlDotNet.Core.YamlException or InvalidOperationException)
        {
            throw new UsageException($"Kubeconfig {path} cannot be read: {e.Message}");
        }
    }

    private static List<TPart> Merge<TFile, TPart>(IEnumerable<TFile> files, Func<TFile, IEnumerable<TPart>?> part, Func<TPart, string> name) =>
        [.. files.SelectMany(f => part(f) ?? []).DistinctBy(name)];

    private static Dictionary<string, string> Named(IEnumerable<(string Name, string? Value)> values) =>
        values.Where(v => !string.IsNullOrEmpty(v.Value)).ToDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal);
}
