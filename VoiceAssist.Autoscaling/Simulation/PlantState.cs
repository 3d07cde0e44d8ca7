using VoiceAssist.Autoscaling.Plant;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>Everything that moves during a run.</summary>
internal sealed class PlantState
{
    // kube-controller-manager's --node-monitor-grace-period, and the default toleration of pods for an unreachable node.
    private const double UnreachableAfter = 40;
    private const double EvictedAfter = 300;

    private readonly SimulatedCluster _cluster;
    private readonly ResourceMetricsServer _metricsServer;
    private readonly List<(double At, Action<double> Do)> _events;
    private readonly WorkloadActor[] _actors;
    private readonly WorkloadPlant[] _plants;
    private int _nextEvent;

    public PlantState(SimulationModel model, int seed)
    {
        // Separate sources: a change in one workload must not shift the randomness of another.
        var random = new Random(seed);
        var clock = new SimulationClock(model.Start);
        var nodes = Enumerable.Range(0, model.Nodes.Count)
            .Select(i => new SimulatedNode($"node-{i}", model.Nodes.Shape, random.NextDouble() * model.Pipeline.KubeletInterval.TotalSeconds))
            .ToArray();
        _cluster = new(nodes, model.Quota);
        _metricsServer = new(model.Pipeline, clock, random.NextDouble() * model.Pipeline.ResourceResolution.TotalSeconds);
        _actors = [.. model.Workloads.Select((workload, index) => NewActor(model, workload, index, clock, new Random(HashCode(seed, index))))];
        _plants = [.. _actors.Select(a => a.Plant)];
        _events = [.. model.Disturbances.SelectMany(Translate).OrderBy(e => e.At)];
    }

    public IReadOnlyList<WorkloadActor> Actors => _actors;

    public void Step(double now, double step)
    {
        for (; _nextEvent < _events.Count && _events[_nextEvent].At <= now; _nextEvent++)
        {
            _events[_nextEvent].Do(now);
        }

        // Before the step's work: what a kubelet measures now is what was used until now.
        _metricsServer.Step(now, _cluster.Nodes, _plants);
        var time = TimeSpan.FromSeconds(now);
        foreach (var actor in _actors)
        {
            actor.Work(now, step, time);
        }

        ShareNodes();
        foreach (var actor in _actors)
        {
            actor.Control(now, step);
        }
    }

    private WorkloadActor NewActor(SimulationModel model, WorkloadModel workload, int index, SimulationClock clock, Random random)
    {
        var plant = new WorkloadPlant(index, workload, _cluster, model.Pipeline, random);
        var adapter = new CustomMetricsAdapter(model.Pipeline, plant, random.NextDouble() * model.Pipeline.ScrapeInterval.TotalSeconds);
        adapter.BeginQuiet();
        var loop = workload.Autoscaler is null ? null : new ControlLoop(model, plant, _metricsServer, adapter, clock, random);
        return new(model, plant, adapter, loop, random);
    }

    // Nodes know only what was wanted in the step before; with one second per step that is soon enough.
    private void ShareNodes()
    {
        foreach (var node in _cluster.Nodes)
        {
            node.WantedCores = 0;
        }

        foreach (var plant in _plants)
        {
            foreach (var pod in plant.Pods)
            {
                if (pod.Node is { } node)
                {
                    node.WantedCores += pod.Cores;
                }
            }
        }
    }

    private IEnumerable<(double At, Action<double> Do)> Translate(Disturbance disturbance)
    {
        var at = disturbance.At.TotalSeconds;
        switch (disturbance)
        {
            case RolloutDisturbance rollout:
                return [(at, _ => Actor(rollout.Workload).Plant.StartRollout())];
            case MetricOutageDisturbance outage:
                return
                [
                    (at, _ => Actor(outage.Workload).Loop?.Silence(outage.Metric)),
                    (outage.To.TotalSeconds, _ => Actor(outage.Workload).Loop?.Restore(outage.Metric)),
                ];
            case NodeLossDisturbance loss:
                var node = _cluster.Nodes[loss.Node];
                var back = loss.Back?.TotalSeconds ?? double.PositiveInfinity;
                var events = new List<(double, Action<double>)> { (at, now => Lose(node, now)) };
                if (at + UnreachableAfter + EvictedAfter < back)
                {
                    events.Add((at + UnreachableAfter + EvictedAfter, now => Array.ForEach(_plants, p => p.EvictFrom(node, now))));
                }

                if (double.IsFinite(back))
                {
                    events.Add((back, now => Regain(node, now)));
                }

                return events;
            default:
                throw new ArgumentException($"Unknown disturbance {disturbance}.", nameof(disturbance));
        }
    }

    private void Lose(SimulatedNode node, double now)
    {
        node.LostAt = now;
        Array.ForEach(_plants, p => p.LoseNode(node, now + UnreachableAfter));
    }

    private void Regain(SimulatedNode node, double now)
    {
        node.LostAt = double.PositiveInfinity;
        Array.ForEach(_plants, p => p.RegainNode(node, now));
        _cluster.Changed();
    }

    private WorkloadActor Actor(string name) => Actors.First(a => a.Plant.Model.Name == name);

    private static int HashCode(int seed, int index) => unchecked((seed * 7919) + (index * 104_729) + 1);
}
