using System.CommandLine;
using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Cli.Nodes;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Simulate;

/// <summary>The options that say on what a workload runs, and what happens to it: nodes, quota, disturbances.</summary>
internal sealed class GivenPlant
{
    private const int MostNodes = 200;
    private const int MostDisturbances = 50;

    private readonly Option<string?> _nodes = new("--nodes") { Description = "The nodes, as 3x8cpu/32Gi, shared with the other workloads at their maximum (default: nodes are never the bottleneck).", HelpName = "COUNTxSIZE" };
    private readonly NodeOptions _overhead = new();
    private readonly Option<bool> _quota = new("--quota") { Description = "Within the ResourceQuota of the environment or the manifests, the other workloads at their maximum." };
    private readonly Option<string[]> _disturbances = new("--disturb") { Description = $"What happens besides load: {GivenDisturbance.Forms}. May be given several times.", HelpName = "EVENT" };

    public void AddTo(Command command)
    {
        command.Add(_nodes);
        _overhead.AddTo(command);
        command.Add(_quota);
        command.Add(_disturbances);
    }

    /// <summary>Puts a model where the options say.</summary>
    /// <returns>The model, and what was given in words.</returns>
    /// <exception cref="UsageException">Something is not allowed; the message says what is.</exception>
    public (SimulationModel Model, IReadOnlyList<string> Told) Place(ParseResult parsed, SimulationModel model, ScaledDeployment scaled, SimulatedSource source)
    {
        var told = new List<string>();
        var neighbours = source.Objects.Where(o => (string?)o["metadata"]?["namespace"] == scaled.Autoscaler.Metadata.NamespaceProperty).ToList();
        if (parsed.GetValue(_nodes) is { } nodes)
        {
            var overhead = _overhead.Read(parsed);
            model = model with { Nodes = Pool(nodes, overhead) };
            told.Add($"On {nodes}; of each node {overhead}.");
        }

        if (parsed.GetValue(_quota))
        {
            model = model with { Quota = ManifestQuota.Of(neighbours) ?? throw new UsageException($"--quota: {source.Name} has no ResourceQuota in the autoscaler's namespace.") };
            told.Add($"Within a quota of {model.Quota.Requests} requested, {model.Quota.Limits} as limits and {model.Quota.Pods} pods.");
        }

        if (told.Count > 0)
        {
            var others = Others(neighbours, scaled).ToList();
            model = model with { Workloads = [.. model.Workloads, .. others] };
            told.Add(others.Count == 0 ? "Nothing else runs there." : $"Beside {string.Join(", ", others.Select(o => $"{o.InitialReplicas} {o.Name}"))}.");
        }

        var disturbances = parsed.GetValue(_disturbances) ?? [];
        if (disturbances.Length > MostDisturbances)
        {
            throw new UsageException($"--disturb: {disturbances.Length} are not allowed; give up to {MostDisturbances}.");
        }

        told.AddRange(disturbances.Select(d => $"Disturbed by {d}."));
        return (model with { Disturbances = [.. disturbances.Select(d => GivenDisturbance.Parse(d, scaled, parsed.GetValue(_nodes) is null ? null : model.Nodes.Count, model.Duration))] }, told);
    }

    private static NodePool Pool(string text, NodeOverhead overhead) =>
        text.Split('x', 2) is [var count, var size] && int.TryParse(count, out var nodes) && nodes is >= 1 and <= MostNodes
            ? new(GivenNode.Parse("--nodes", size, overhead).Shape, nodes)
            : throw new UsageException($"--nodes: '{text}' is not allowed; give 1 to {MostNodes} nodes as COUNTxSIZE, for example 3x8cpu/32Gi.");

    // At their maximum: the least room that the simulated workload can meet.
    private static IEnumerable<WorkloadModel> Others(IReadOnlyList<JsonObject> objects, ScaledDeployment scaled) =>
        ManifestCapacity.Workloads(objects).Where(c => c.Name != scaled.Workload && c.MaxReplicas > 0).DistinctBy(c => c.Name).Select(c => new WorkloadModel
        {
            Capacity = c,
            InitialReplicas = c.MaxReplicas,
            Service = new RequestService { CpuSecondsPerRequest = 0 },
        });
}
