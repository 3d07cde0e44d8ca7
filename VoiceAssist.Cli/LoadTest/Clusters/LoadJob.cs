using System.Globalization;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Setup;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>The Job whose one pod sends the load. It is labelled, ends by itself, and passes the Pod Security level <c>restricted</c>.</summary>
internal static class LoadJob
{
    public const string Container = "load";

    /// <summary>Labels of every such Job and its pods.</summary>
    public const string Selector = $"app.kubernetes.io/managed-by={ClusterClient.FieldManager},app.kubernetes.io/component={Component}";

    /// <summary>When the test that made it last said that it still runs.</summary>
    public const string SeenAnnotation = "voiceassist.dev/seen";

    private const string Component = "load-test";
    private const long User = 1654;

    /// <summary>Beyond the load itself: scheduling, pulling the image, answers under way.</summary>
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(10);

    /// <summary>After that the cluster removes it even when nobody comes back.</summary>
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromMinutes(10);

    public static JsonObject Of(PublishedEnvironment environment, string name, string image, IReadOnlyList<TestLoad> loads, LoadOptions options, TimeSpan startsAfter, DateTimeOffset now)
    {
        var labels = Selector.Split(',').Select(label => label.Split('=')).Append(["app.kubernetes.io/name", name]).ToDictionary(label => label[0], label => label[1]);
        var job = new V1Job
        {
            ApiVersion = "batch/v1",
            Kind = "Job",
            Metadata = new() { Name = name, NamespaceProperty = environment.Namespace, Labels = labels, Annotations = new Dictionary<string, string> { [SeenAnnotation] = Seen(now) } },
            Spec = new()
            {
                BackoffLimit = 0,
                ActiveDeadlineSeconds = (long)(loads.Max(l => l.Profile.Length) + Spare).TotalSeconds,
                TtlSecondsAfterFinished = (int)KeptAfterwards.TotalSeconds,
                Template = new() { Metadata = new() { Labels = labels }, Spec = Pod(environment, image, [.. Arguments(loads, options, startsAfter)]) },
            },
        };
        return JsonNode.Parse(KubernetesJson.Serialize(job))!.AsObject();
    }

    public static string Seen(DateTimeOffset now) => now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Arguments(IReadOnlyList<TestLoad> loads, LoadOptions options, TimeSpan startsAfter)
    {
        yield return "load";
        yield return $"http://{TestLoad.Gateway}:{ClusterTestTarget.GatewayPort}";
        foreach (var load in loads)
        {
            yield return load.IsJobs ? "--jobs" : "--api";
            yield return load.Profile.ToString();
        }

        yield return "--after";
        yield return $"{startsAfter.TotalSeconds:0}s";
        yield return "--seed";
        yield return options.Seed.ToString(CultureInfo.InvariantCulture);
        yield return "--jitter";
        yield return options.Jitter.ToString(CultureInfo.InvariantCulture);
        yield return "--job-kind";
        yield return options.Speech ? SendingOptions.Speech : SendingOptions.Text;
    }

    private static V1PodSpec Pod(PublishedEnvironment environment, string image, string[] arguments) => new()
    {
        RestartPolicy = "Never",
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        SecurityContext = new() { RunAsNonRoot = true, RunAsUser = User, RunAsGroup = User, SeccompProfile = new() { Type = "RuntimeDefault" } },
        Containers =
        [
            new()
            {
                Name = Container,
                Image = image,
                Args = arguments,
                Env =
                [
                    .. environment.Plan.Secret is { } secret
                        ? new[] { new V1EnvVar { Name = GatewayKey.Variable, ValueFrom = new() { SecretKeyRef = new() { Name = secret.Name, Key = GeneratedSecret.ClientKey, Optional = true } } } }
                        : [],

                    // Its sockets would need a writable directory.
                    new() { Name = "DOTNET_EnableDiagnostics", Value = "0" },
                ],
                Resources = new()
                {
                    Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("500m"), ["memory"] = new("256Mi") },
                    Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("2"), ["memory"] = new("512Mi") },
                },
                SecurityContext = new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new() { Drop = ["ALL"] } },
            },
        ],
    };
}
