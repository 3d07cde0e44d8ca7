using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using YamlDotNet.Core;

namespace VoiceAssist.Cli.Simulate;

/// <summary>An autoscaler out of a file of Kubernetes YAML, with the resources of one pod of its Deployment.</summary>
internal sealed partial record ScaledDeployment(V2HorizontalPodAutoscaler Autoscaler, ResourceAmounts Requests, ResourceAmounts Limits)
{
    // More than any node has: a container without limit is not throttled.
    private static readonly ResourceAmounts NoLimit = ResourceAmounts.Parse("1000", "1Ti");

    /// <exception cref="UsageException">No such file, autoscaler or Deployment, or no requests.</exception>
    public static ScaledDeployment Read(string file, string name)
    {
        try
        {
            return Find(file, [.. DocumentStart().Split(File.ReadAllText(file))], name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlException or FormatException)
        {
            throw new UsageException($"{file}: {e.Message}");
        }
    }

    private static ScaledDeployment Find(string file, string[] documents, string name)
    {
        var autoscalers = Of<V2HorizontalPodAutoscaler>(documents, "HorizontalPodAutoscaler");
        var autoscaler = autoscalers.Find(a => a.Name() == name)
            ?? throw new UsageException($"{file}: no HorizontalPodAutoscaler '{name}'; there are {Names(autoscalers.Select(a => a.Name()))}.");
        var target = autoscaler.Spec?.ScaleTargetRef;
        var deployments = Of<V1Deployment>(documents, "Deployment");
        var deployment = deployments.Find(d => d.Name() == target?.Name && target?.Kind == "Deployment" && d.Namespace() == autoscaler.Namespace())
            ?? throw new UsageException($"{file}: {name} scales {target?.Kind} '{target?.Name}', which is no Deployment of its namespace in this file; there are {Names(deployments.Select(d => d.Name()))}.");
        var containers = deployment.Spec?.Template?.Spec?.Containers ?? [];
        return new(autoscaler, Sum(containers, Requested), Sum(containers, Limited));

        ResourceAmounts Requested(V1Container container) => Amounts(container.Resources?.Requests, null)
            ?? throw new UsageException($"{file}: container '{container.Name}' of Deployment '{deployment.Name()}' must request cpu and memory.");
    }

    private static ResourceAmounts Limited(V1Container container) => Amounts(container.Resources?.Limits, NoLimit)!.Value;

    private static ResourceAmounts? Amounts(IDictionary<string, ResourceQuantity>? given, ResourceAmounts? otherwise)
    {
        Cpu? cpu = given?.TryGetValue("cpu", out var cores) == true ? Cpu.Parse(cores.ToString()) : otherwise?.Cpu;
        Memory? memory = given?.TryGetValue("memory", out var bytes) == true ? Memory.Parse(bytes.ToString()) : otherwise?.Memory;
        return cpu is { } c && memory is { } m ? new(c, m) : null;
    }

    private static ResourceAmounts Sum(IEnumerable<V1Container> containers, Func<V1Container, ResourceAmounts> amounts) =>
        containers.Select(amounts).Aggregate(ResourceAmounts.Zero, (sum, next) => sum + next);

    // Only the kinds asked for are read in full: a file may hold kinds that no library knows.
    private static List<T> Of<T>(IEnumerable<string> documents, string kind)
        where T : IKubernetesObject<V1ObjectMeta> =>
        [.. documents.Where(d => Regex.IsMatch(d, $@"^kind:\s*[""']?{kind}[""']?\s*$", RegexOptions.Multiline)).Select(d => KubernetesYaml.Deserialize<T>(d))];

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));

    [GeneratedRegex(@"^---.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentStart();
}
