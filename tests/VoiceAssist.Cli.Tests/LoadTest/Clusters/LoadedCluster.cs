using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VoiceAssist.Cli.Tests.LoadTest.Generation;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>A cluster with an environment set up, its pods, and a gateway that takes jobs.</summary>
internal sealed class LoadedCluster : IAsyncDisposable
{
    private const string Pod = "voiceassist-server-a";

    private LoadedCluster(KubernetesApi api, string space, LoadedServer gateway, string key) => (Api, Namespace, Gateway, Key) = (api, space, gateway, key);

    public KubernetesApi Api { get; }

    public string Namespace { get; }

    public LoadedServer Gateway { get; }

    /// <summary>The API key that setup made; the gateway takes no other.</summary>
    public string Key { get; }

    /// <summary>Where reports go.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("voiceassist-reports").FullName;

    /// <summary>The reports that were written.</summary>
    public IReadOnlyList<string> Reports => Directory.GetDirectories(Folder);

    public static async Task<LoadedCluster> StartAsync(string environment = "dev", string context = "test")
    {
        var (api, space) = (await Support.Clusters.FullAsync(), $"voiceassist-{environment}");
        await File.WriteAllTextAsync(api.Kubeconfig, Contexts.Kubeconfig(api.Address, context));
        Assert.Equal(0, (await CliRun.OnAsync(api, $"setup {environment} --yes --context {context}")).Code);
        var key = Encoding.UTF8.GetString(Convert.FromBase64String((string)api.Get("Secret", "voiceassist-secrets", space)["data"]!["operator-api-key"]!));
        var gateway = await LoadedServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization != $"Bearer {key}" ? 401 : context.Request.Method == "POST" ? 202 : 200;
            context.Response.Headers.Location = "/v1/jobs/1";
            return Task.CompletedTask;
        });
        var template = api.Get("Deployment", "voiceassist-server", space)["spec"]!["template"]!;
        api.Make(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = Pod, ["labels"] = template["metadata"]!["labels"]!.DeepClone() },
            ["spec"] = template["spec"]!.DeepClone(),
        }.ToJsonString(), space: space);
        api.SetStatus("Pod", Pod, """{"phase":"Running","startTime":"2026-03-01T10:00:00Z","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-03-01T10:00:10Z"}]}""", space);
        api.PodPorts[Pod] = gateway.Url.Port;
        return new(api, space, gateway, key);
    }

    public Task<CliRun> TestAsync(string arguments, string? key = null, TimeProvider? time = null, CancellationToken cancel = default) =>
        CliRun.OnAsync(Api, $"test {arguments} --reports {Folder}", variables => variables["VOICEASSIST_API_KEY"] = key, time: time, cancel: cancel);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Api.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
