using VoiceAssist.Autoscaling.Plant;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>One workload during a run: its plant, its autoscaler, and what is recorded of both.</summary>
internal sealed class WorkloadActor(SimulationModel model, WorkloadPlant plant, CustomMetricsAdapter adapter, ControlLoop? loop, Random random)
{
    private readonly List<RunPoint> _points = new((int)Math.Min(1_000_000, model.Duration / model.RecordEvery) + 1);
    private double _nextPoint;
    private double _coreSeconds;

    public WorkloadPlant Plant => plant;

    public ControlLoop? Loop => loop;

    public void Work(double now, double step, TimeSpan time)
    {
        var arrivals = plant.Model.Load.Arrivals(time, model.Step, random);
        plant.Step(now, step, arrivals);
        _coreSeconds += plant.Pods.Count * plant.Model.Capacity.Requests.Cpu.Cores * step;
    }

    public void Control(double now, double step)
    {
        adapter.Step(now);
        loop?.Step(now, step);
        if (now >= _nextPoint)
        {
            _nextPoint += model.RecordEvery.TotalSeconds;
            _points.Add(Point(now));
        }
    }

    public WorkloadRun Finish(double now) => new()
    {
        Model = plant.Model,
        Points = [.. _points, Point(now)],
        Changes = loop?.Changes ?? [],
        Milestones = plant.Milestones,
        VcpuHours = _coreSeconds / 3600,
        Completed = plant.Service.Completed,
        Unserved = plant.Service.Unserved,
        Passes = loop?.Passes ?? 0,
    };

    private RunPoint Point(double now)
    {
        var (cores, memory) = (0.0, 0.0);
        foreach (var pod in plant.Pods)
        {
            cores += pod.Cores;
            memory += pod.MemoryBytes;
        }

        return new()
        {
            Time = TimeSpan.FromSeconds(now),
            Load = plant.Model.Load.RateAt(TimeSpan.FromSeconds(now)),
            Proposed = loop?.Proposed,
            Wanted = plant.Replicas,
            Current = plant.Existing,
            Ready = plant.Ready,
            Metrics = loop?.Metrics ?? [],
            HeldBackBy = loop?.HeldBackBy,
            QueueDepth = plant.Service.QueueDepth,
            QueueAge = TimeSpan.FromSeconds(plant.Service.AgeAt(now)),
            Latency = TimeSpan.FromSeconds(plant.Service.Latency),
            Unserved = plant.Service.Unserved,
            UsedCores = cores,
            UsedMemory = memory,
            VcpuHours = _coreSeconds / 3600,
        };
    }
}
