using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>What a pod or container asks for, with what the API server and the namespace's LimitRange fill in.</summary>
internal static class PodResources
{
    public static IReadOnlyList<string> Names { get; } = ["cpu", "memory"];

    /// <summary>What a pod requests: the containers that run, or one init container where that is more (KEP-753).</summary>
    public static ResourceAmounts Requests(PodTemplate pod, V1LimitRangeItem? defaults) => Sum(pod, c => Request(c, defaults), pod.Spec.Resources?.Requests);

    /// <summary>A pod's limits; a container without a limit counts with what it requests.</summary>
    public static ResourceAmounts Limits(PodTemplate pod, V1LimitRangeItem? defaults) => Sum(pod, c => Limit(c, defaults), pod.Spec.Resources?.Limits);

    /// <summary>The request of a container: its own, else its limit (the API server's default), else the LimitRange's.</summary>
    public static string? Request(V1Container container, string resource, V1LimitRangeItem? defaults) =>
        Text(container.Resources?.Requests, resource)
        ?? Text(container.Resources?.Limits, resource)
        ?? Text(defaults?.DefaultRequest, resource)
        ?? Text(defaults?.DefaultProperty, resource);

    /// <summary>The limit of a container: its own, else the LimitRange's.</summary>
    public static string? Limit(V1Container container, string resource, V1LimitRangeItem? defaults) =>
        Text(container.Resources?.Limits, resource) ?? Text(defaults?.DefaultProperty, resource);

    public static string? Text(IDictionary<string, ResourceQuantity>? amounts, string resource) =>
        amounts is not null && amounts.TryGetValue(resource, out var quantity) ? quantity?.ToString() : null;

    public static Cpu CpuOf(string? text) => Cpu.TryParse(text, out var cpu) ? cpu : Cpu.Zero;

    public static Memory MemoryOf(string? text) => Memory.TryParse(text, out var memory) ? memory : Memory.Zero;

    /// <summary>Whether an amount of cpu or memory exceeds another; both are texts of quantities.</summary>
    public static bool Exceeds(string resource, string amount, string other) => resource == "cpu"
        ? CpuOf(amount) > CpuOf(other)
        : MemoryOf(amount) > MemoryOf(other);

    private static ResourceAmounts Request(V1Container container, V1LimitRangeItem? defaults) =>
        new(CpuOf(Request(container, "cpu", defaults)), MemoryOf(Request(container, "memory", defaults)));

    private static ResourceAmounts Limit(V1Container container, V1LimitRangeItem? defaults) => new(
        CpuOf(Limit(container, "cpu", defaults) ?? Request(container, "cpu", defaults)),
        MemoryOf(Limit(container, "memory", defaults) ?? Request(container, "memory", defaults)));

    private static ResourceAmounts Sum(PodTemplate pod, Func<V1Container, ResourceAmounts> of, IDictionary<string, ResourceQuantity>? ofPod)
    {
        var (sidecars, most) = (ResourceAmounts.Zero, ResourceAmounts.Zero);
        foreach (var container in pod.InitContainers)
        {
            if (PodTemplate.IsSidecar(container))
            {
                sidecars += of(container);
                most = Larger(most, sidecars);
            }
            else
            {
                most = Larger(most, sidecars + of(container));
            }
        }

        var sum = Larger(most, pod.Containers.Aggregate(sidecars, (total, c) => total + of(c)));
        return new(
            Text(ofPod, "cpu") is { } cpu ? CpuOf(cpu) : sum.Cpu,
            Text(ofPod, "memory") is { } memory ? MemoryOf(memory) : sum.Memory);
    }

    private static ResourceAmounts Larger(ResourceAmounts one, ResourceAmounts other) =>
        new(one.Cpu > other.Cpu ? one.Cpu : other.Cpu, one.Memory > other.Memory ? one.Memory : other.Memory);
}
