using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>What the overlays make of aspirate's base.</summary>
public sealed class AspirateOverlayTests
{
    public static TheoryData<string> Environments => [.. AspirateShop.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_overlay_gives_the_rendered_environment_to_the_byte(string environment)
    {
        Kubectl.Require();
        using var directory = await AspirateShop.PublishAsync();
        Assert.Equal(File.ReadAllText(directory.Full($"k8s/rendered/{environment}.yaml")), Kubectl.Kustomize(directory.Full($"k8s/overlays/{environment}")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_secret_is_in_any_object(string environment)
    {
        using var directory = await AspirateShop.PublishAsync();
        var objects = Objects(directory, environment);

        Assert.DoesNotContain(AspirateShop.Secret, string.Concat(objects), StringComparison.Ordinal);
        Assert.DoesNotContain(objects, o => o.Text("kind") is "ConfigMap" or "Secret" && Name(o).Contains("-env", StringComparison.Ordinal));
        Assert.DoesNotContain("envFrom", string.Concat(objects), StringComparison.Ordinal);
        var password = Variable(Find(objects, "Deployment", "worker"), "ORDERS_PASSWORD").Map("valueFrom")!.Map("secretKeyRef")!;
        Assert.Equal(("shop-secrets", "db-password"), (password.Text("name"), password.Text("key")));
        Assert.Equal("Host=db;Port=5432;Username=postgres;Password=$(ORDERS_PASSWORD);Database=orders", Variable(Find(objects, "Deployment", "worker"), "ConnectionStrings__orders").Text("value"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_is_left_of_what_aspirate_spoils(string environment)
    {
        using var directory = await AspirateShop.PublishAsync();
        var objects = Objects(directory, environment);
        var text = string.Concat(objects);

        Assert.DoesNotContain("uri-encoded", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http://:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ASPNETCORE_URLS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("8443", text, StringComparison.Ordinal);
        Assert.DoesNotContain("minReadySeconds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Recreate", text, StringComparison.Ordinal);
        Assert.Equal("a<b & \"c\"", Variable(Find(objects, "Deployment", "worker"), "GREETING").Text("value"));
        Assert.Equal("8000", Variable(Find(objects, "Deployment", "web"), "HTTP_PORTS").Text("value"));
    }

    [Fact]
    public async Task What_aspirate_leaves_out_is_there()
    {
        using var directory = await AspirateShop.PublishAsync();
        var objects = Objects(directory, "prod");
        var web = Find(objects, "Deployment", "web").Map("spec")!;
        var pod = web.Map("template")!.Map("spec")!;
        var container = (MapNode)((ListNode)pod["containers"]!).Items.Single();

        Assert.Equal("RollingUpdate", web.Map("strategy")!.Text("type"));
        Assert.Equal("0", web.Map("strategy")!.Map("rollingUpdate")!.Text("maxUnavailable"));
        Assert.Equal("25", pod.Text("terminationGracePeriodSeconds"));
        Assert.Equal("registry.example.org/shop/web:1.4.2", container.Text("image"));
        Assert.Equal("500m", container.Map("resources")!.Map("requests")!.Text("cpu"));
        Assert.Equal("true", container.Map("securityContext")!.Text("readOnlyRootFilesystem"));
        Assert.Equal("web", pod.Text("serviceAccountName"));
        Assert.All(["startupProbe", "livenessProbe", "readinessProbe"], p => Assert.NotNull(container[p]));
        Assert.Null(web["replicas"]);
        Assert.Equal("50Gi", ((MapNode)((ListNode)Find(objects, "StatefulSet", "db").Map("spec")!["volumeClaimTemplates"]!).Items.Single()).Map("spec")!.Map("resources")!.Map("requests")!.Text("storage"));
        Assert.Superset(
            new HashSet<string>(["HorizontalPodAutoscaler/web-hpa", "VerticalPodAutoscaler/web-vpa", "PodDisruptionBudget/web-pdb", "ResourceQuota/shop-quota", "LimitRange/shop-limitrange", "ServiceAccount/web", "ServiceMonitor/web-metrics", "NetworkPolicy/web", "Namespace/shop-prod"]),
            objects.Select(o => $"{o.Text("kind")}/{Name(o)}").ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Selectors_stay_as_aspirate_has_them(string environment)
    {
        using var directory = await AspirateShop.PublishAsync();
        foreach (var o in Objects(directory, environment))
        {
            var name = o.Map("metadata")!.Map("labels")?.Text("app");
            var spec = o.Map("spec");
            var selector = o.Text("kind") switch
            {
                "Deployment" or "StatefulSet" or "PodDisruptionBudget" or "ServiceMonitor" => spec!.Map("selector")!.Map("matchLabels"),
                "Service" => spec!.Map("selector"),
                "NetworkPolicy" when name is not null => spec!.Map("podSelector")!.Map("matchLabels"),
                _ => null,
            };
            if (selector is not null)
            {
                Assert.Equal(("app", name), (Assert.Single(selector).Key, selector.Text("app")));
            }

            if (spec?.Map("template") is { } template)
            {
                Assert.Equal(name, template.Map("metadata")!.Map("labels")!.Text("app"));
            }
        }
    }

    [Fact]
    public async Task A_container_whose_volume_keeps_nothing_becomes_a_deployment_and_has_our_containers_name()
    {
        using var directory = await AspirateShop.PublishAsync();
        Assert.Contains("kind: StatefulSet", File.ReadAllText(directory.Full("aspirate/shop-mail/statefulset.yaml")), StringComparison.Ordinal);
        var mail = Assert.Single(Objects(directory, "prod"), o => o.Text("kind") is "Deployment" or "StatefulSet" && Name(o) == "shop-mail");

        Assert.Equal("Deployment", mail.Text("kind"));
        Assert.Equal("mail", ((MapNode)((ListNode)mail.Map("spec")!.Map("template")!.Map("spec")!["containers"]!).Items.Single()).Text("name"));
    }

    [Fact]
    public async Task Checks_hold_for_what_stands_on_the_base()
    {
        using var directory = await AspirateShop.PublishAsync();
        var (@base, plans) = await AspirateShop.ReadAsync(directory.Full("aspirate"));
        Assert.Empty(new Publication(plans, PublishTarget.Parse(null, AspirateShop.Environments), @base).Check().Errors);
    }

    [Fact]
    public async Task The_same_base_gives_the_same_files()
    {
        using var one = await AspirateShop.PublishAsync();
        using var two = await AspirateShop.PublishAsync();
        Assert.Equal(one.Read(), two.Read());
    }

    [Fact]
    public async Task Values_of_the_base_do_not_show_in_the_tree()
    {
        using var one = await AspirateShop.PublishAsync();
        using var two = await AspirateShop.PublishAsync(files =>
        {
            foreach (var file in files.Keys.ToArray())
            {
                files[file] = files[file].Replace(AspirateShop.Secret, "placeholder", StringComparison.Ordinal);
            }
        });
        Assert.Equal(one.Read().Where(f => f.Key.StartsWith("k8s/", StringComparison.Ordinal)), two.Read().Where(f => f.Key.StartsWith("k8s/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Options_of_aspirate_are_kept(string environment)
    {
        Kubectl.Require();
        using var directory = await AspirateShop.PublishAsync(files =>
        {
            files["kustomization.yaml"] = files["kustomization.yaml"].Replace("resources:\n", "resources:\n- namespace.yaml\n- dashboard.yaml\n- image-pull-secret.yaml\n", StringComparison.Ordinal) + "\nnamespace: aspired\n";
            files["namespace.yaml"] = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: aspired\n";
            files["image-pull-secret.yaml"] = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: image-pull-secret\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: e30=\n";
            files["dashboard.yaml"] = "apiVersion: v1\nkind: Service\nmetadata:\n  name: aspire-dashboard\nspec:\n  selector:\n    app: aspire-dashboard\n  ports:\n  - name: http\n    port: 18888\n    targetPort: 18888\n";
            files["web/deployment.yaml"] = files["web/deployment.yaml"].Replace("      containers:\n", "      imagePullSecrets:\n      - name: image-pull-secret\n      containers:\n", StringComparison.Ordinal);
        });
        var objects = YamlReader.Read(Kubectl.Kustomize(directory.Full($"k8s/overlays/{environment}")));

        Assert.Equal("image-pull-secret", ((MapNode)((ListNode)Find(objects, "Deployment", "web").Map("spec")!.Map("template")!.Map("spec")!["imagePullSecrets"]!).Items.Single()).Text("name"));
        Assert.All(objects.Where(o => o.Map("metadata")!["namespace"] is not null), o => Assert.Equal($"shop-{environment}", o.Map("metadata")!.Text("namespace")));
        var secret = Assert.Single(objects, o => o.Text("kind") == "Secret");
        Assert.Equal(string.Concat(objects.Where(o => o != secret)), string.Concat(Objects(directory, environment)));
        Assert.Contains(Objects(directory, environment), o => Name(o) == "aspire-dashboard");
    }

    [Fact]
    public async Task What_no_overlay_can_repair_is_named()
    {
        using var directory = await AspirateShop.PublishAsync(f => f["cache/kustomization.yaml"] += "    - OTEL_SERVICE_NAME=cache\n");
        var (@base, plans) = await AspirateShop.ReadAsync(directory.Full("aspirate"));
        var lines = AspirateLimits.Of(@base, plans[0].Context).ToArray();

        var clear = Assert.Single(lines, l => l.Contains("in clear text", StringComparison.Ordinal));
        Assert.Contains("db (POSTGRES_PASSWORD); cache (REDIS_PASSWORD); worker (ConnectionStrings__orders, ORDERS_PASSWORD, ConnectionStrings__cache, CACHE_PASSWORD, API_KEY); web (", clear, StringComparison.Ordinal);
        Assert.DoesNotContain("GREETING", clear, StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("CACHE_URI of worker and web is left out", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("OTEL_SERVICE_NAME of cache in the base: left out", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("StatefulSet/db:", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(AspirateShop.Secret, StringComparison.Ordinal) || l.Contains("ASPNETCORE_URLS", StringComparison.Ordinal));
    }

    private static IReadOnlyList<MapNode> Objects(TemporaryDirectory directory, string environment) => YamlReader.Read(File.ReadAllText(directory.Full($"k8s/rendered/{environment}.yaml")));

    private static MapNode Find(IEnumerable<MapNode> objects, string kind, string name) => objects.Single(o => o.Text("kind") == kind && Name(o) == name);

    private static MapNode Variable(MapNode workload, string name) =>
        ((ListNode)((MapNode)((ListNode)workload.Map("spec")!.Map("template")!.Map("spec")!["containers"]!).Items.Single())["env"]!).Items.Cast<MapNode>().Single(v => v.Text("name") == name);

    private static string Name(MapNode o) => o.Map("metadata")!.Text("name")!;
}
