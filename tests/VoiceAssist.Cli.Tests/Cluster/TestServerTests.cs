using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.Cli.Tests.Cluster;

/// <summary>The API server of these tests behaves as the real one where the command depends on it.</summary>
public sealed class TestServerTests
{
    private const string Settings = "/api/v1/namespaces/voiceassist-dev/configmaps/settings";

    [Fact]
    public async Task Applying_the_same_twice_changes_no_version()
    {
        await using var cluster = await StartAsync();
        var first = await ApplyAsync(cluster, """{"a":"1"}""", "one");
        Assert.Equal((string?)first["metadata"]!["resourceVersion"], (string?)(await ApplyAsync(cluster, """{"a":"1"}""", "one"))["metadata"]!["resourceVersion"]);
    }

    [Fact]
    public async Task Fields_no_longer_applied_go_unless_somebody_else_has_them_too()
    {
        await using var cluster = await StartAsync();
        await ApplyAsync(cluster, """{"a":"1","b":"2"}""", "one");
        await ApplyAsync(cluster, """{"b":"2"}""", "two");
        var left = await ApplyAsync(cluster, """{"c":"3"}""", "one");
        Assert.Equal(["b", "c"], left["data"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public async Task Another_value_for_somebody_elses_field_is_a_conflict_unless_forced()
    {
        await using var cluster = await StartAsync();
        await ApplyAsync(cluster, """{"a":"1"}""", "one");
        var refused = await ApplyAsync(cluster, """{"a":"2"}""", "two");
        Assert.Equal(409, (int)refused["code"]!);
        Assert.Equal(".data.a", (string?)refused["details"]!["causes"]![0]!["field"]);
        Assert.Equal("2", (string?)(await ApplyAsync(cluster, """{"a":"2"}""", "two", "&force=true"))["data"]!["a"]);
        Assert.Equal(409, (int)(await ApplyAsync(cluster, """{"a":"1"}""", "one"))["code"]!);
    }

    [Fact]
    public async Task A_dry_run_answers_and_stores_nothing()
    {
        await using var cluster = await StartAsync();
        Assert.Equal("1", (string?)(await ApplyAsync(cluster, """{"a":"1"}""", "one", "&dryRun=All"))["data"]!["a"]);
        Assert.DoesNotContain(cluster.Objects.All().Keys, k => k.StartsWith("ConfigMap", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_needs_its_namespace()
    {
        await using var cluster = await KubernetesApi.StartAsync();
        Assert.Equal(404, (int)(await ApplyAsync(cluster, "{}", "one", "&dryRun=All"))["code"]!);
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_a_conflict()
    {
        await using var cluster = await StartAsync();
        var old = await ApplyAsync(cluster, """{"a":"1"}""", "one");
        await ApplyAsync(cluster, """{"a":"2"}""", "one");
        using var client = new HttpClient();
        using var answer = await client.PutAsJsonAsync(new Uri(cluster.Address, Settings + "?fieldManager=x"), old);
        Assert.Equal(409, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_address_once_given_to_a_Service_may_not_change()
    {
        await using var cluster = await StartAsync();
        cluster.Make("""{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"ports":[{"port":80}]}}""");
        var patch = JsonNode.Parse("""{"spec":{"clusterIP":"10.9.9.9","clusterIPs":["10.9.9.9"]}}""")!.AsObject();
        var refused = Assert.Throws<ApiException>(() => cluster.Objects.Merge(cluster.Resource("Service"), Clusters.Dev, "web", patch, "kubectl-edit", dryRun: false));
        Assert.Equal(422, refused.Code);
        Assert.Contains("may not change once set", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_tells_what_happens()
    {
        await using var cluster = await StartAsync();
        using var client = new HttpClient();
        await using var stream = await client.GetStreamAsync(new Uri(cluster.Address, "/api/v1/namespaces/voiceassist-dev/configmaps?watch=true"));
        using var lines = new StreamReader(stream);
        await ApplyAsync(cluster, """{"a":"1"}""", "one");
        await ApplyAsync(cluster, """{"a":"2"}""", "one");
        cluster.Objects.Delete(cluster.Resource("ConfigMap"), Clusters.Dev, "settings", dryRun: false);
        foreach (var expected in new[] { "ADDED", "MODIFIED", "DELETED" })
        {
            Assert.Equal(expected, (string?)JsonNode.Parse((await lines.ReadLineAsync())!)!["type"]);
        }
    }

    [Fact]
    public async Task A_streaming_list_says_when_it_has_told_what_there_is()
    {
        await using var cluster = await StartAsync();
        await ApplyAsync(cluster, """{"a":"1"}""", "one");
        await ApplyAsync(cluster, """{"a":"2"}""", "one");
        using var client = new HttpClient();
        await using var stream = await client.GetStreamAsync(new Uri(cluster.Address, "/api/v1/namespaces/voiceassist-dev/configmaps?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"));
        using var lines = new StreamReader(stream);

        var (first, second) = (JsonNode.Parse((await lines.ReadLineAsync())!)!, JsonNode.Parse((await lines.ReadLineAsync())!)!);
        await ApplyAsync(cluster, """{"a":"3"}""", "one");
        var third = JsonNode.Parse((await lines.ReadLineAsync())!)!;

        Assert.Equal(("ADDED", "2"), ((string?)first["type"], (string?)first["object"]!["data"]!["a"]));
        Assert.Equal(("BOOKMARK", "true"), ((string?)second["type"], (string?)second["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]));
        Assert.Equal(("MODIFIED", "3"), ((string?)third["type"], (string?)third["object"]!["data"]!["a"]));
    }

    private static async Task<KubernetesApi> StartAsync()
    {
        var cluster = await KubernetesApi.StartAsync();
        cluster.MakeSpace();
        return cluster;
    }

    private static async Task<JsonObject> ApplyAsync(KubernetesApi cluster, string data, string manager, string query = "")
    {
        using var client = new HttpClient();
        using var body = new StringContent($$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings"},"data":{{data}}}""", Encoding.UTF8, "application/apply-patch+yaml");
        using var answer = await client.PatchAsync(new Uri(cluster.Address, $"{Settings}?fieldManager={manager}{query}"), body);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
