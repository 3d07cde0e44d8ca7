using k8s;
using k8s.KubeConfigModels;

namespace VoiceAssist.Cli.Cluster;

/// <summary>The kubeconfig as kubectl finds it: <c>--kubeconfig</c>, else the files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
internal static class KubeconfigFiles
{
    /// <summary>Several files are merged as kubectl does: the first one that names something wins.</summary>
    /// <returns>Null when there is no file.</returns>
    /// <exception cref="UsageException">A file cannot be read, or <c>--kubeconfig</c> does not exist.</exception>
    public static K8SConfiguration? Load(string? given, Surroundings around)
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

        var users = Merge(files, f => f.Users, u => u.Name);
        var contexts = Merge(files, f => f.Contexts, c => c.Name);
        foreach (var context in contexts.Where(c => c.ContextDetails is { User: { } name } && users.Find(u => u.Name == name) is { } user && IsAnonymous(user.UserCredentials)))
        {
            // The library refuses a user without credentials, which kubectl and a proxy on this machine take for anonymous.
            context.ContextDetails.User = null;
        }

        return new K8SConfiguration
        {
            ApiVersion = files[0].ApiVersion,
            CurrentContext = files.Select(f => f.CurrentContext).FirstOrDefault(c => !string.IsNullOrEmpty(c)),
            Contexts = contexts,
            Clusters = Merge(files, f => f.Clusters, c => c.Name),
            Users = users,
            FileName = files[0].FileName,
        };
    }

    /// <summary>The names of all contexts, for completion; none where nothing can be read.</summary>
    public static IReadOnlyList<string> Contexts(string? given)
    {
        try
        {
            return [.. (Load(given, new() { Output = TextWriter.Null, Error = TextWriter.Null })?.Contexts ?? []).Select(c => c.Name)];
        }
        catch (UsageException)
        {
            return [];
        }
    }

    private static bool IsAnonymous(UserCredentials? user) => user is null or
    {
        Token: null, ClientCertificate: null, ClientCertificateData: null, UserName: null, AuthProvider: null, ExternalExecution: null
    };

    private static string[] Paths(string? given, Surroundings around) =>
        given is not null ? [given]
        : around.Variable("KUBECONFIG") is { Length: > 0 } list ? list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        : [Path.Combine(around.Variable("HOME") ?? around.Variable("USERPROFILE") ?? "", ".kube", "config")];

    private static K8SConfiguration Read(string path)
    {
        try
        {
            return KubernetesClientConfiguration.LoadKubeConfig(new FileInfo(path), useRelativePaths: true) ?? new();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlDotNet.Core.YamlException or InvalidOperationException)
        {
            throw new UsageException($"Kubeconfig {path} cannot be read: {e.Message}");
        }
    }

    private static List<T> Merge<T>(IEnumerable<K8SConfiguration> files, Func<K8SConfiguration, IEnumerable<T>?> part, Func<T, string> name) =>
        [.. files.SelectMany(f => part(f) ?? []).DistinctBy(name)];
}
