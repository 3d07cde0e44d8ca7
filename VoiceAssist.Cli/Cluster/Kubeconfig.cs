using System.Net;
using k8s;
using k8s.KubeConfigModels;

namespace VoiceAssist.Cli.Cluster;

/// <summary>A kubeconfig, all files together.</summary>
/// <param name="Model">What the library reads of it.</param>
/// <param name="ProxyUrls">Through which proxy a cluster is reached, by the cluster's name.</param>
/// <param name="TokenFiles">The full path of the file that holds a user's token, by the user's name.</param>
internal sealed record Kubeconfig(K8SConfiguration Model, IReadOnlyDictionary<string, string> ProxyUrls, IReadOnlyDictionary<string, string> TokenFiles)
{
    public IReadOnlyList<string> Contexts => [.. (Model.Contexts ?? []).Select(c => c.Name)];

    /// <summary>Address and credentials of a context.</summary>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The library cannot use the context.</exception>
    /// <exception cref="UsageException">A token file that cannot be read.</exception>
    public KubernetesClientConfiguration Configure(string context, TimeProvider time)
    {
        var details = Details(context);
        var user = details?.User ?? "";
        if (Model.Users.FirstOrDefault(u => u.Name == user) is { } known && IsAnonymous(known.UserCredentials))
        {
            // The library refuses a user without credentials that it knows, which kubectl and a proxy on this machine take for anonymous.
            details!.User = null;
        }

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(Model, context);
        if (TokenFiles.TryGetValue(user, out var file))
        {
            configuration.TokenProvider = TokenFile.Open(file, $"Kubeconfig, user {user}, tokenFile", time);
        }

        return configuration;
    }

    /// <summary>The proxy of a context's cluster.</summary>
    /// <returns>Null where the kubeconfig names none.</returns>
    /// <exception cref="UsageException">One that is not allowed.</exception>
    public WebProxy? ProxyOf(string context)
    {
        var cluster = Details(context)?.Cluster ?? "";
        return ProxyUrls.TryGetValue(cluster, out var url) ? ClusterProxy.Parse(url, $"Kubeconfig, cluster {cluster}, proxy-url") : null;
    }

    private ContextDetails? Details(string context) => Model.Contexts.First(c => c.Name == context).ContextDetails;

    private static bool IsAnonymous(UserCredentials? user) => user is null or
    {
        Token: null, ClientCertificate: null, ClientCertificateData: null, UserName: null, AuthProvider: null, ExternalExecution: null
    };
}
