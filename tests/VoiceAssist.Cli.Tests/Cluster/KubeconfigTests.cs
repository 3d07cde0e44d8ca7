using Microsoft.Extensions.Time.Testing;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.LoadTest.Clusters;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Cluster;

public sealed class KubeconfigTests
{
    private const string Elsewhere = "http://cluster.invalid:6443";

    [Fact]
    public async Task A_token_is_read_from_the_file_beside_the_kubeconfig()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Token = "s3cret";
        await WriteAsync(cluster, user: "{tokenFile: token, token: old}");
        await File.WriteAllTextAsync(Beside(cluster, "token"), "s3cret\n");
        var run = await CliRun.OnAsync(cluster, "status -n default");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_token_file_that_holds_none_is_wrong_usage(string? content)
    {
        await using var cluster = await Clusters.FullAsync();
        await WriteAsync(cluster, user: "{tokenFile: token}");
        if (content is not null)
        {
            await File.WriteAllTextAsync(Beside(cluster, "token"), content);
        }

        var run = await CliRun.OnAsync(cluster, "status -n default");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("Kubeconfig, user user, tokenFile: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(Beside(cluster, "token"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_token_is_taken_after_a_minute_and_the_last_one_kept_while_there_is_none()
    {
        var path = Path.GetTempFileName();
        try
        {
            var time = new FakeTimeProvider();
            await File.WriteAllTextAsync(path, "first", TestContext.Current.CancellationToken);
            var token = TokenFile.Open(path, "here", time);
            await File.WriteAllTextAsync(path, "second", TestContext.Current.CancellationToken);
            Assert.Equal("first", await NowAsync());
            time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("second", await NowAsync());
            File.Delete(path);
            time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("second", await NowAsync());

            async Task<string?> NowAsync() => (await token.GetAuthenticationHeaderAsync(TestContext.Current.CancellationToken)).Parameter;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("http", "GET http://cluster.invalid:6443/version")]
    [InlineData("socks5", "SOCKS5 cluster.invalid:6443")]
    public async Task A_cluster_is_reached_through_its_proxy(string scheme, string asked)
    {
        await using var cluster = await Clusters.FullAsync();
        await using var proxy = new TestProxy(cluster.Address);
        await WriteAsync(cluster, Elsewhere, $"{scheme}://127.0.0.1:{proxy.Port}");
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(asked, proxy.Asked);
        Assert.NotNull(cluster.Get("Deployment", "voiceassist-server"));
    }

    [Fact]
    public async Task User_and_password_of_the_proxy_are_given_when_it_asks()
    {
        await using var cluster = await Clusters.FullAsync();
        await using var proxy = new TestProxy(cluster.Address, "me:pass word");
        await WriteAsync(cluster, Elsewhere, $"http://me:pass%20word@127.0.0.1:{proxy.Port}");
        var run = await CliRun.OnAsync(cluster, "status -n default");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("http", "CONNECT cluster.invalid:6443")]
    [InlineData("socks5", "SOCKS5 cluster.invalid:6443")]
    public async Task Forwarded_ports_go_through_the_proxy_too(string scheme, string asked)
    {
        await using var cluster = await Clusters.FullAsync();
        await using var proxy = new TestProxy(cluster.Address);
        await WriteAsync(cluster, Elsewhere, $"{scheme}://127.0.0.1:{proxy.Port}");
        cluster.PodPorts["web"] = cluster.Address.Port;
        var target = ClusterTarget.Resolve(new(cluster.Kubeconfig, null, null, TimeSpan.FromSeconds(10)), new() { Output = TextWriter.Null, Error = TextWriter.Null });
        await using var forward = new PortForward(target, "default", 8000, () => ["web"]);
        using var client = new HttpClient();
        Assert.Contains("\"minor\":\"36\"", await client.GetStringAsync(new Uri(forward.Url, "/version"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(asked, proxy.Asked);
    }

    [Theory]
    [InlineData("ftp://me:s3cret@127.0.0.1:21")]
    [InlineData("not an address s3cret")]
    public async Task A_proxy_that_cannot_be_is_wrong_usage_and_its_password_is_not_shown(string url)
    {
        await using var cluster = await Clusters.FullAsync();
        await WriteAsync(cluster, Elsewhere, url);
        var run = await CliRun.OnAsync(cluster, "status -n default");
        Assert.Equal(2, run.Code);
        Assert.Equal("Kubeconfig, cluster cluster, proxy-url: not an address of a proxy; give http, https or socks5, for example socks5://127.0.0.1:1080.\n", run.Error);
    }

    [Fact]
    public async Task The_first_file_that_names_a_cluster_decides_its_proxy()
    {
        await using var cluster = await Clusters.FullAsync();
        var second = Beside(cluster, "second");
        await WriteAsync(cluster, proxy: "http://127.0.0.1:1");
        File.Move(cluster.Kubeconfig, second);
        await WriteAsync(cluster);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "status -n default", v => v["KUBECONFIG"] = $"{cluster.Kubeconfig}{Path.PathSeparator}{second}")).Code);
    }

    private static string Beside(KubernetesApi cluster, string name) => Path.Combine(Path.GetDirectoryName(cluster.Kubeconfig)!, name);

    private static Task WriteAsync(KubernetesApi cluster, string? server = null, string? proxy = null, string user = "{}") => File.WriteAllTextAsync(cluster.Kubeconfig, $"""
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: cluster
          cluster:
            server: {server ?? cluster.Address.ToString()}
            {(proxy is null ? "" : $"proxy-url: {proxy}")}
        users:
        - name: user
          user: {user}
        contexts:
        - name: test
          context: {"{cluster: cluster, user: user}"}
        """);
}
