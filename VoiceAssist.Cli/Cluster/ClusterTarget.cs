using System.Net;
using k8s;
using k8s.Exceptions;

namespace VoiceAssist.Cli.Cluster;

/// <summary>The cluster that a command speaks to, chosen but not yet asked anything.</summary>
/// <param name="Context">The context's name, or <c>in-cluster</c>.</param>
/// <param name="IsNamed">Whether <c>--context</c> named it.</param>
/// <param name="Configuration">Address and credentials.</param>
internal sealed record ClusterTarget(string Context, bool IsNamed, KubernetesClientConfiguration Configuration)
{
    /// <summary>Through which proxy it is reached; null for the one of the surroundings (<c>HTTPS_PROXY</c>), if any.</summary>
    public IWebProxy? Proxy { get; init; }

    public string Server => Configuration.Host;

    /// <summary>The namespace of the context; <c>default</c> where it names none.</summary>
    public string Namespace => string.IsNullOrEmpty(Configuration.Namespace) ? "default" : Configuration.Namespace;

    /// <exception cref="UsageException">No kubeconfig, or no such context.</exception>
    public static ClusterTarget Resolve(ClusterArguments arguments, Surroundings around)
    {
        if (KubeconfigFiles.Load(arguments.Kubeconfig, around) is not { } files)
        {
            return KubernetesClientConfiguration.IsInCluster() && arguments.Context is null
                ? new("in-cluster", false, KubernetesClientConfiguration.InClusterConfig())
                : throw new UsageException("No cluster: there is no kubeconfig (KUBECONFIG, ~/.kube/config); name one with --kubeconfig.");
        }

        var context = arguments.Context ?? files.Model.CurrentContext;
        if (string.IsNullOrEmpty(context) || !files.Contexts.Contains(context))
        {
            var known = files.Contexts.Count == 0 ? "none" : string.Join(", ", files.Contexts);
            throw new UsageException(context is null ? $"No cluster: the kubeconfig has no current context; name one with --context: {known}." : $"--context: '{context}' is not in the kubeconfig; there are {known}.");
        }

        try
        {
            return new(context, arguments.Context is not null, files.Configure(context, around.Time)) { Proxy = files.ProxyOf(context) };
        }
        catch (KubeConfigException wrong)
        {
            throw new UsageException($"Context {context}: {wrong.Message}");
        }
    }
}
