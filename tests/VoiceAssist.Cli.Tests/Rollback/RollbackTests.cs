using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Rollback;

public sealed class RollbackTests
{
    private const string ForeignAutoscaler = """
        {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"other-hpa"},
         "spec":{"maxReplicas":4,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"other"}}}
        """;

    private const string HandMadeServer = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"voiceassist-server","annotations":{"team":"voice"}},
         "spec":{"replicas":7,"selector":{"matchLabels":{"app.kubernetes.io/name":"voiceassist-server"}},
          "template":{"metadata":{"labels":{"app.kubernetes.io/name":"voiceassist-server"}},
           "spec":{"containers":[{"name":"server","image":"voiceassist/gateway:latest","env":[{"name":"BY_HAND","value":"yes"}],"resources":{"requests":{"cpu":"123m"}}}]}}}}
        """;

    [Fact]
    public async Task Foreign_autoscalers_and_hand_made_objects_are_as_before()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make(ForeignAutoscaler);
        cluster.Make(HandMadeServer, "kubectl-client-side-apply");
        var before = cluster.Visible();
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        Assert.Equal("250m", (string?)cluster.Get("Deployment", "voiceassist-server")["spec"]!["template"]!["spec"]!["containers"]![0]!["resources"]!["requests"]!["cpu"]);
        var run = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Secret voiceassist-secrets kept", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, cluster.Visible().Where(o => !o.Key.StartsWith("Secret", StringComparison.Ordinal)).ToDictionary());
    }

    [Fact]
    public async Task Controllers_that_write_states_and_replicas_meanwhile_do_not_stop_it()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make(HandMadeServer, "kubectl-client-side-apply");
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        var writes = 0;

        // After each of the first reads: what is written then is one version behind.
        cluster.Fail(new(409, r => r is { Method: "PUT" } && Touch(), Times: 3));
        var run = await CliRun.OnAsync(cluster, "rollback dev --yes");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("123m", (string?)cluster.Get("Deployment", "voiceassist-server")["spec"]!["template"]!["spec"]!["containers"]![0]!["resources"]!["requests"]!["cpu"]);

        bool Touch()
        {
            cluster.SetStatus("Deployment", "voiceassist-server", $$"""{"replicas":{{++writes}}}""");
            return true;
        }
    }

    [Fact]
    public async Task Namespace_Secret_and_history_stay_unless_told_otherwise()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal(["Namespace /voiceassist-dev", "Secret voiceassist-dev/voiceassist-secrets", "Secret voiceassist-dev/voiceassist-setup-0001"], cluster.Objects.All().Keys.Order(StringComparer.Ordinal));
        Assert.Contains("rolled back", (await CliRun.OnAsync(cluster, "history dev")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_delete_data_nothing_is_left()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "rollback dev --yes --delete-data")).Code);
        Assert.Empty(cluster.Objects.All());
    }

    [Fact]
    public async Task With_delete_data_volumes_go_even_where_the_namespace_was_there_before()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        cluster.Make("""{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"voiceassist-postgres-data-voiceassist-postgres-0","labels":{"app.kubernetes.io/name":"voiceassist-postgres"}}}""");
        cluster.Make("""{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"other"}}""");
        await CliRun.OnAsync(cluster, "rollback dev --yes --delete-data");
        Assert.Equal(["Namespace /voiceassist-dev", "PersistentVolumeClaim voiceassist-dev/other"], cluster.Visible().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_rollback_goes_one_setup_further_back()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        ChangeByHand(cluster, 9);
        await CliRun.OnAsync(cluster, "setup dev --yes --force");
        await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal(9, MaxReplicas(cluster));
        await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.DoesNotContain(cluster.Objects.All().Keys, k => k.Contains("-hpa", StringComparison.Ordinal));
        var third = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal(1, third.Code);
        Assert.Contains("no setup to roll back", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_goes_back_before_a_setup_in_one_step()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        var before = cluster.Visible();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        ChangeByHand(cluster, 9);
        await CliRun.OnAsync(cluster, "setup dev --yes --force");
        var run = await CliRun.OnAsync(cluster, "rollback dev --yes --to 1");
        Assert.Contains("Rolled back setup 1, 2", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, cluster.Visible().Where(o => !o.Key.StartsWith("Secret", StringComparison.Ordinal)).ToDictionary());
        Assert.Equal(1, (await CliRun.OnAsync(cluster, "rollback dev --yes --to 5")).Code);
    }

    [Fact]
    public async Task Replicas_of_an_autoscaler_stay_where_it_put_them()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make(HandMadeServer);
        cluster.Make(ForeignAutoscaler.Replace("\"other\"", "\"voiceassist-server\"", StringComparison.Ordinal));
        await CliRun.OnAsync(cluster, "setup dev --yes --force");
        cluster.Objects.Touch(cluster.Resource("Deployment"), Clusters.Dev, "voiceassist-server", "kube-controller-manager", "scale", o => o["spec"]!["replicas"] = 3);
        await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal(3, (int)cluster.Get("Deployment", "voiceassist-server")["spec"]!["replicas"]!);
    }

    [Fact]
    public async Task An_object_that_somebody_made_anew_since_is_left_alone()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        cluster.Objects.Delete(cluster.Resource("ConfigMap"), Clusters.Dev, "autoscaling-config-95ddmh57mm", dryRun: false);
        cluster.Make("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"autoscaling-config-95ddmh57mm"},"data":{"mine":"yes"}}""");
        var run = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Contains("somebody else has made it anew", run.Output, StringComparison.Ordinal);
        Assert.Equal("yes", (string?)cluster.Get("ConfigMap", "autoscaling-config-95ddmh57mm")["data"]!["mine"]);
    }

    [Fact]
    public async Task A_Service_made_anew_since_keeps_the_addresses_and_ports_it_was_given()
    {
        const string Mine = """
            {"apiVersion":"v1","kind":"Service","metadata":{"name":"voiceassist-server","annotations":{"mine":"yes"}},
             "spec":{"type":"NodePort","selector":{"mine":"yes"},"ports":[{"name":"http","port":8000,"nodePort":30777},{"name":"gone","port":81,"nodePort":30778}]}}
            """;
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make(Mine);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        cluster.Objects.Delete(cluster.Resource("Service"), Clusters.Dev, "voiceassist-server", dryRun: false);
        cluster.Make(Mine.Replace("voiceassist-server", "other", StringComparison.Ordinal));
        cluster.Make("""{"apiVersion":"v1","kind":"Service","metadata":{"name":"voiceassist-server"},"spec":{"type":"NodePort","ports":[{"name":"http","port":8000}]}}""");
        var given = cluster.Get("Service", "voiceassist-server")["spec"]!;

        var run = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var restored = cluster.Get("Service", "voiceassist-server");
        Assert.Equal(("yes", "yes"), ((string?)restored["metadata"]!["annotations"]!["mine"], (string?)restored["spec"]!["selector"]!["mine"]));
        Assert.Equal((string?)given["clusterIP"], (string?)restored["spec"]!["clusterIP"]);
        Assert.Equal((int?)given["ports"]![0]!["nodePort"], (int?)restored["spec"]!["ports"]![0]!["nodePort"]);
        Assert.NotEqual(30778, (int?)restored["spec"]!["ports"]![1]!["nodePort"]);
    }

    [Fact]
    public async Task A_Service_that_stayed_gets_its_own_port_back()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make("""{"apiVersion":"v1","kind":"Service","metadata":{"name":"voiceassist-server"},"spec":{"type":"NodePort","ports":[{"name":"http","port":8000,"nodePort":30777}]}}""");
        var before = cluster.Visible();
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        cluster.Objects.Touch(cluster.Resource("Service"), Clusters.Dev, "voiceassist-server", "kubectl-edit", "", o => o["spec"]!["ports"]![0]!["nodePort"] = 30999);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "rollback dev --yes")).Code);
        Assert.Equal(before["Service voiceassist-dev/voiceassist-server"], cluster.Visible()["Service voiceassist-dev/voiceassist-server"]);
    }

    [Fact]
    public async Task Only_the_last_ten_setups_are_kept()
    {
        await using var cluster = await Clusters.FullAsync();
        for (var i = 0; i < 12; i++)
        {
            await CliRun.OnAsync(cluster, "setup dev --yes --force");
            ChangeByHand(cluster, 20 + i);
        }

        var records = cluster.Objects.All().Keys.Where(k => k.Contains("voiceassist-setup-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(10, records.Count);
        Assert.EndsWith("0003", records[0], StringComparison.Ordinal);
    }

    private static int MaxReplicas(KubernetesApi cluster) => (int)cluster.Get("HorizontalPodAutoscaler", "voiceassist-server-hpa")["spec"]!["maxReplicas"]!;

    private static void ChangeByHand(KubernetesApi cluster, int maximum) => cluster.Objects.Merge(
        cluster.Resource("HorizontalPodAutoscaler"),
        Clusters.Dev,
        "voiceassist-server-hpa",
        new JsonObject { ["spec"] = new JsonObject { ["maxReplicas"] = maximum } },
        "kubectl-edit",
        dryRun: false);
}
