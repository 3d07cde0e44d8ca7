using YamlDotNet.Serialization;

namespace VoiceAssist.Cli.Cluster;

/// <summary>What a kubeconfig file says beyond what the library's model holds (KubernetesClient 21): <c>proxy-url</c> and <c>tokenFile</c>.</summary>
// A sample: clusters: [{name: eu, cluster: {server: https://..., proxy-url: "socks5://127.0.0.1:1080"}}], users: [{name: me, user: {tokenFile: token}}]
internal sealed class KubeconfigAdditions
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

    [YamlMember(Alias = "clusters")]
    public List<NamedCluster>? Clusters { get; set; }

    [YamlMember(Alias = "users")]
    public List<NamedUser>? Users { get; set; }

    /// <exception cref="YamlDotNet.Core.YamlException">Not YAML, or of another shape.</exception>
    public static KubeconfigAdditions Read(string path)
    {
        var additions = Deserializer.Deserialize<KubeconfigAdditions?>(File.ReadAllText(path)) ?? new();
        foreach (var user in (additions.Users ?? []).Select(u => u.User).Where(u => !string.IsNullOrEmpty(u?.TokenFile)))
        {
            // As kubectl takes it: from the folder of the file that names it.
            user!.TokenFile = Path.GetFullPath(user.TokenFile!, Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        return additions;
    }

    internal sealed class NamedCluster
    {
        [YamlMember(Alias = "name")]
        public string Name { get; set; } = "";

        [YamlMember(Alias = "cluster")]
        public ClusterPart? Cluster { get; set; }
    }

    internal sealed class ClusterPart
    {
        [YamlMember(Alias = "proxy-url")]
        public string? ProxyUrl { get; set; }
    }

    internal sealed class NamedUser
    {
        [YamlMember(Alias = "name")]
        public string Name { get; set; } = "";

        [YamlMember(Alias = "user")]
        public UserPart? User { get; set; }
    }

    internal sealed class UserPart
    {
        [YamlMember(Alias = "tokenFile")]
        public string? TokenFile { get; set; }
    }
}
