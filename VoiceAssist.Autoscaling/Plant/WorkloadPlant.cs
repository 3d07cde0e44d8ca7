using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>A workload's pods through time: created, placed, started, stopped, replaced. Plays the Deployment controller and the kubelets.</summary>
internal sealed class WorkloadPlant
{
    // How long before the simulation the first pods became ready; longer than any initialisation period.
    private const double InitialAge = 3600;

    private readonly int _index;
    private readonly SimulatedCluster _cluster;
    private readonly MetricPipeline _pipeline;
    private readonly Random _random;
    private readonly List<SimulatedPod> _pods = [];
    private readonly IReadOnlyList<ContainerRequests> _requests;
    private int _created;
    private int _generation;
    private int _releasesSeen = -1;
    private bool _dirty = true;

    public WorkloadPlant(int index, WorkloadModel model, SimulatedCluster cluster, MetricPipeline pipeline, Random random)
    {
        (_index, Model, _cluster, _pipeline, _random) = (index, model, cluster, pipeline, random);
        var (requests, limits) = (model.Capacity.Requests, model.Capacity.Limits);
        _requests =
        [
            new(ContainerName(model),
            [
                KeyValuePair.Create("cpu", requests.Cpu.Millicores),
                KeyValuePair.Create("memory", checked(requests.Memory.Bytes * 1000)),
            ]),
        ];
        Service = model.Service switch
        {
            RequestService service => new RequestSimulation(service, limits.Cpu.Cores, requests.Cpu.Cores, model.Timings.StartingCpu),
            JobService service => new JobSimulation(service, limits.Cpu.Cores, requests.Cpu.Cores, model.Timings.StartingCpu),
            _ => throw new ArgumentException($"Workload {model.Name}: a service must be a RequestService or a JobService.", nameof(model)),
        };
        Replicas = model.InitialReplicas ?? model.Capacity.MinReplicas;
        for (var i = 0; i < Replicas; i++)
        {
            CreateReady();
        }
    }

    public WorkloadModel Model { get; }

    public ServiceSimulation Service { get; }

    /// <summary>Changed only here; a concrete list because every step of a simulation walks it several times.</summary>
    public List<SimulatedPod> Pods => _pods;

    /// <summary><c>spec.replicas</c>: what is asked for.</summary>
    public int Replicas { get; private set; }

    /// <summary><c>status.replicas</c>: pods that exist and are not being deleted.</summary>
    public int Existing { get; private set; }

    public int Ready { get; private set; }

    /// <summary>Counts up whenever a pod comes, goes or changes.</summary>
    public int Changes { get; private set; }

    /// <summary>When pods became ready or were told to stop, for reaction times.</summary>
    public List<PodMilestone> Milestones { get; } = [];

    public void Scale(int replicas)
    {
        Replicas = replicas;
        _dirty = true;
    }

    /// <summary>Starts replacing every pod by one of a new template.</summary>
    public void StartRollout()
    {
        _generation++;
        foreach (var node in _cluster.Nodes)
        {
            node.ForgetImage(_index);
        }

        _dirty = true;
    }

    public void Step(double now, double step, double arrivals)
    {
        Advance(now);
        if (_dirty || _releasesSeen != _cluster.Releases)
        {
            _dirty = false;
            _releasesSeen = _cluster.Releases;
            PodTurnover.Settle(this, now);
            Place(now);
            Count();
        }

        Service.Step(now, step, arrivals, _pods, _random);
        for (var i = 0; i < _pods.Count; i++)
        {
            var pod = _pods[i];
            pod.CpuSeconds += pod.Cores * step;
            if (pod.IsRunning)
            {
                pod.MemoryBytes = Model.Memory.Next(pod.MemoryBytes, pod.LoadNow, Model.Capacity.Limits.Memory.Bytes, step);
            }
        }
    }

    /// <summary>The pods as the API shows them.</summary>
    public PodObservation[] Observe(SimulationClock clock, double now)
    {
        var observed = new PodObservation[_pods.Count];
        for (var i = 0; i < observed.Length; i++)
        {
            observed[i] = _pods[i].Observe(clock, now);
        }

        return observed;
    }

    /// <summary>Creates a pod, unless the quota forbids it.</summary>
    public bool TryCreate(double now)
    {
        if (!_cluster.TryAdmit(Model.Capacity))
        {
            return false;
        }

        Add(new SimulatedPod(NextName(), _generation, now, _requests) { Slots = NewSlots(), NextChange = double.PositiveInfinity });
        return true;
    }

    public bool IsOutdated(SimulatedPod pod) => pod.Generation < _generation;

    public void Delete(SimulatedPod pod, double now)
    {
        pod.DeletedAt = now;
        var drain = pod.IsRunning ? Model.Timings.Drain.Sample(_random) : 0;
        pod.GoneAt = now + Math.Min(drain, Model.Timings.GracePeriod.TotalSeconds);
        pod.Touch();
        Milestones.Add(new(now, PodMilestoneKind.Stopping));
        Changed();
    }

    /// <summary>What a lost node means: nothing runs there any more; the control plane notices later.</summary>
    public void LoseNode(SimulatedNode node, double unreachableAt)
    {
        foreach (var pod in _pods.Where(p => p.Node == node))
        {
            Service.Abandon(pod);
            pod.UnreachableAt = unreachableAt;
            pod.PlanNextChange(node.LostAt);
        }

        Changed();
    }

    /// <summary>Evicts the pods of a lost node: others may take their place, but they stay until a kubelet confirms that they are gone.</summary>
    public void EvictFrom(SimulatedNode node, double now)
    {
        foreach (var pod in _pods.Where(p => p.Node == node && !p.IsDeleted).ToArray())
        {
            Delete(pod, now);
        }
    }

    /// <summary>A lost node is back: its pods serve again.</summary>
    public void RegainNode(SimulatedNode node, double now)
    {
        foreach (var pod in _pods.Where(p => p.Node == node))
        {
            pod.ReadyAt = Math.Max(pod.ReadyAt, now);
            pod.UnreachableAt = double.PositiveInfinity;
            pod.NextChange = now;
        }

        Changed();
    }

    public void Changed()
    {
        Changes++;
        _dirty = true;
    }

    private void Advance(double now)
    {
        for (var i = _pods.Count - 1; i >= 0; i--)
        {
            var pod = _pods[i];
            var wasReady = pod.IsReady;
            if (pod.Advance(now))
            {
                Changed();
                if (!wasReady && pod.IsReady && !pod.IsDeleted)
                {
                    Milestones.Add(new(now, PodMilestoneKind.Ready));
                }
            }

            if (pod.IsDeleted && IsGone(pod, now))
            {
                Service.Abandon(pod);
                _cluster.Release(Model.Capacity, pod.Node);
                _pods.RemoveAt(i);
                Changed();
            }
        }
    }

    private bool IsGone(SimulatedPod pod, double now) =>
        now >= pod.GoneAt
        && pod.Node is not { IsLost: true }
        && (!Service.IsBusy(pod) || now >= pod.DeletedAt + Model.Timings.GracePeriod.TotalSeconds);

    private void Place(double now)
    {
        foreach (var pod in _pods)
        {
            if (pod.Node is not null || pod.IsDeleted || _cluster.TryPlace(Model.Capacity) is not { } node)
            {
                continue;
            }

            var timings = Model.Timings;
            pod.Node = node;
            pod.ScheduledAt = now + timings.Scheduling.Sample(_random);
            var pull = node.NeedsPull(_index) ? timings.ImagePull.Sample(_random) : 0;
            pod.RunningAt = pod.ScheduledAt + pull + timings.ContainerStart.Sample(_random);
            var probes = Math.Ceiling(timings.WarmUp.Sample(_random) / timings.ProbePeriod.TotalSeconds);
            pod.ReadyAt = pod.RunningAt + (probes * timings.ProbePeriod.TotalSeconds);
            pod.NextScrape = pod.RunningAt + (_random.NextDouble() * _pipeline.ScrapeInterval.TotalSeconds);
            pod.PlanNextChange(now);
        }
    }

    // A pod that has been ready and idle for long: its metrics are known, and they show no load.
    private void CreateReady()
    {
        if (!_cluster.TryAdmit(Model.Capacity))
        {
            return;
        }

        var pod = new SimulatedPod(NextName(), _generation, -InitialAge, _requests) { Slots = NewSlots() };
        Add(pod);
        if (_cluster.TryPlace(Model.Capacity) is not { } node)
        {
            return;
        }

        node.NeedsPull(_index);
        pod.Node = node;
        pod.ScheduledAt = pod.RunningAt = -InitialAge;
        pod.ReadyAt = 10 - InitialAge;
        pod.NextScrape = _random.NextDouble() * _pipeline.ScrapeInterval.TotalSeconds;
        pod.MemoryBytes = Model.Memory.Base.Bytes;
        pod.FetchedBefore = new(-_pipeline.ResourceResolution.TotalSeconds, 0, pod.MemoryBytes);
        pod.Measured = pod.Fetched = new(0, 0, pod.MemoryBytes);
        pod.NextChange = double.NegativeInfinity;
        pod.Advance(0);
    }

    private void Add(SimulatedPod pod)
    {
        _pods.Add(pod);
        Changed();
    }

    // A pod has one container here, which is the one that a ContainerResource metric means.
    private static string ContainerName(WorkloadModel model) =>
        model.Autoscaler?.Spec.Metrics?.FirstOrDefault(m => m.ContainerResource is not null)?.ContainerResource.Container ?? model.Name;

    private string NextName() => $"{Model.Name}-{_created++}";

    private RunningJob[] NewSlots() => Service is JobSimulation jobs ? new RunningJob[jobs.Slots] : [];

    private void Count()
    {
        (Existing, Ready) = (0, 0);
        foreach (var pod in _pods)
        {
            Existing += pod.IsDeleted ? 0 : 1;
            Ready += pod.IsServing ? 1 : 0;
        }
    }
}
