using System.Net;

namespace VoiceAssist.Cli.Cluster;

/// <summary>The proxy of a cluster, from the kubeconfig's <c>proxy-url</c>.</summary>
internal static class ClusterProxy
{
    // As client-go allows them (tools/clientcmd/validation.go).
    private static readonly string[] Schemes = ["http", "https", "socks5"];

    /// <param name="url">The address; a user and password in it are the proxy's.</param>
    /// <param name="place">Where it is written, for errors; the address itself is not repeated there, since it may hold a password.</param>
    /// <exception cref="UsageException">Not an address of an allowed scheme.</exception>
    public static WebProxy Parse(string url, string place)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme) || address.Host.Length == 0)
        {
            throw new UsageException($"{place}: not an address of a proxy; give {string.Join(", ", Schemes[..^1])} or {Schemes[^1]}, for example socks5://127.0.0.1:1080.");
        }

        var proxy = new WebProxy(address);
        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password.FirstOrDefault() ?? ""));
        }

        return proxy;
    }
}
