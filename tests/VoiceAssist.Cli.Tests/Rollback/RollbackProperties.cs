using System.Text.Json.Nodes;
using CsCheck;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Rollback;

/// <summary>Whatever was there before a setup is there again after its rollback.</summary>
public sealed class RollbackProperties
{
    private const int Runs = 15;

    private static readonly IReadOnlyList<JsonObject> Published = PublishedTree.Read("dev", Repository.Tree, new() { Output = TextWriter.Null, Error = TextWriter.Null }).Objects;

    // A hand-made change of one published object: which, and what about it.
    private static readonly Gen<(int Object, int Change, int Manager)> Change = Gen.Select(Gen.Int[0, Published.Count - 1], Gen.Int[0, 5], Gen.Int[0, 2]);

    [Fact]
    public async Task Random_changes_then_setup_then_rollback_is_the_state_before() => await Change.List[0, 25].SampleAsync(
        async changes =>
        {
            await using var cluster = await Clusters.FullAsync();
            cluster.MakeSpace();
            cluster.Make("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"voiceassist-secrets"},"data":{"voiceassist-postgres-password":"eA==","voiceassist-redis-password":"eA=="}}""");
            foreach (var (index, change, manager) in changes)
            {
                Make(cluster, Published[index], change, manager);
            }

            var before = cluster.Visible();
            var setup = await CliRun.OnAsync(cluster, "setup dev --yes --force");
            Assert.True(setup.Code == 0, setup.Error);
            Assert.Contains("nothing to change", (await CliRun.OnAsync(cluster, "setup dev --yes")).Output, StringComparison.Ordinal);
            var rollback = await CliRun.OnAsync(cluster, "rollback dev --yes");
            Assert.True(rollback.Code == 0, rollback.Error);
            Same(before, cluster.Visible());
        },
        iter: Runs,
        threads: 2);

    private static void Make(KubernetesApi cluster, JsonObject published, int change, int manager)
    {
        var resource = cluster.Resource((string)published["kind"]!);
        var (space, name) = (resource.IsNamespaced ? Clusters.Dev : "", (string)published["metadata"]!["name"]!);
        var by = new[] { "kubectl-client-side-apply", "helm", "voiceassist-operator" }[manager];
        var exists = cluster.Objects.All().ContainsKey($"{resource.Kind} {space}/{name}");
        if (!exists)
        {
            // Made by hand with values of its own, as a whole or as far as needed.
            cluster.Objects.Create(resource, space, Changed(published.DeepClone().AsObject(), change), by, dryRun: false);
        }
        else if (manager == 1)
        {
            var applied = new JsonObject
            {
                ["apiVersion"] = published["apiVersion"]!.DeepClone(),
                ["kind"] = published["kind"]!.DeepClone(),
                ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["applied"] = $"{change}" } },
            };
            cluster.Objects.Apply(resource, space, name, applied, by, force: true, dryRun: false);
        }
        else
        {
            cluster.Objects.Touch(resource, space, name, by, "", o => Changed(o, change));
        }
    }

    private static JsonObject Changed(JsonObject document, int change)
    {
        var metadata = document["metadata"]!.AsObject();
        var spec = document["spec"] as JsonObject;
        switch (change)
        {
            case 0:
                metadata["annotations"] = new JsonObject { ["by-hand"] = "yes" };
                break;
            case 1:
                metadata.Remove("labels");
                break;
            case 2 when ContainerOf(spec) is { } container:
                container["image"] = "somebody/else:1";
                container["env"] = new JsonArray(new JsonObject { ["name"] = "MINE", ["value"] = "1" });
                break;
            case 3 when spec is not null && spec.ContainsKey("maxReplicas"):
                spec["maxReplicas"] = 42;
                spec["metrics"]!.AsArray().RemoveAt(1);
                break;
            case 4 when spec is not null && spec.ContainsKey("template"):
                spec["replicas"] = 5;
                break;
            case 5 when document["data"] is JsonObject data:
                data["MINE"] = "1";
                break;
        }

        return document;
    }

    private static JsonObject? ContainerOf(JsonObject? spec) => spec?["template"]?["spec"]?["containers"]?[0] as JsonObject;

    private static void Same(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(before, b => Assert.Equal(b.Value, after[b.Key]));
    }
}
