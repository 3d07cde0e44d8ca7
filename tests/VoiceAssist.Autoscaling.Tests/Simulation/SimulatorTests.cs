using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Distributions;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Simulation;

public class SimulatorTests
{
    private const string Gateway = "voiceassist-server";
    private const string Worker = "voiceassist-worker";
    private static readonly EnvironmentFigures Prod = VoiceAssistEnvironments.Prod;
    private static readonly Load Busy = new StepLoad(50, 500, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(25)).AsPoisson();

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        var model = EnvironmentModels.Of(Prod, Busy, new ConstantLoad(2).AsPoisson(), TimeSpan.FromMinutes(30));
        var (first, again, other) = (Trace(Simulator.Run(model, 7)), Trace(Simulator.Run(model, 7)), Trace(Simulator.Run(model, 8)));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        static string Trace(SimulationRun run) => string.Join('\n', run.Workloads.SelectMany(w => w.Points.Select(p => $"{p.Time} {p.Wanted} {p.Ready} {p.UsedCores} {p.QueueDepth} {p.Latency}")));
    }

    [Fact]
    public void Nothing_is_lost_or_invented_of_what_arrives()
    {
        var model = EnvironmentModels.Of(Prod, new ConstantLoad(0), new ConstantLoad(3), TimeSpan.FromMinutes(30));
        var worker = Simulator.Run(model)[Worker];
        var waiting = worker.Points[^1].QueueDepth;
        Assert.InRange(worker.Completed + waiting, (3 * 1800) - (8 * 4) - 1, 3 * 1800);
    }

    [Fact]
    public void Replicas_follow_the_load_up_and_stay_within_their_bounds()
    {
        var run = Simulator.Run(EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(60)))[Gateway];
        Assert.Contains(run.Points, p => p.Ready >= 10);
        Assert.All(run.Points, p => Assert.InRange(p.Wanted, 3, 15));
        Assert.True(run.Points[^1].Wanted < run.Points.Max(p => p.Wanted));
    }

    [Fact]
    public void A_new_pod_has_no_sample_until_it_was_measured_and_fetched_twice()
    {
        var run = Simulator.Run(EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(10)))[Gateway];
        var growth = run.Changes.First(c => c.To > c.From);
        var soon = run.Points.First(p => p.Time > growth.Time + TimeSpan.FromSeconds(15));
        Assert.NotEqual(0, soon.Metrics[0].SetAside);
    }

    [Fact]
    public void A_cpu_limit_throttles_and_the_backlog_grows()
    {
        var model = EnvironmentModels.Of(VoiceAssistEnvironments.Dev, new ConstantLoad(1000), new ConstantLoad(0), TimeSpan.FromMinutes(10));
        var run = Simulator.Run(model)[Gateway];
        var (last, pods) = (run.Points[^1], 3);
        Assert.Equal(pods, last.Ready);
        Assert.InRange(last.UsedCores, 2.99, 3.01); // three pods at their limit of one core
        Assert.True(run.Unserved > 0);
        Assert.True(last.Latency > TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Memory_that_never_falls_holds_the_replicas_up()
    {
        var model = EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(90));
        var stuck = model.Workloads[0] with { Memory = new() { Base = Memory.FromMebibytes(256), PerLoad = Memory.FromMebibytes(10) } };
        var free = model.Workloads[0] with { Memory = stuck.Memory with { FallsWithin = TimeSpan.FromMinutes(2) } };
        Assert.True(
            Simulator.Run(model with { Workloads = [stuck] })[Gateway].Points[^1].Wanted
            > Simulator.Run(model with { Workloads = [free] })[Gateway].Points[^1].Wanted);
    }

    [Fact]
    public void Without_room_on_the_nodes_pods_stay_pending()
    {
        var model = EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(20)) with
        {
            Nodes = new(new() { Name = "n8", Capacity = ResourceAmounts.Parse("8", "32Gi") }, 1),
        };
        var point = Simulator.Run(model)[Gateway].Points[^1];
        Assert.True(point.Wanted > point.Ready, $"{point.Wanted} wanted, {point.Ready} ready");
        Assert.Equal(point.Wanted, point.Current);
    }

    [Fact]
    public void Beyond_the_quota_no_pod_is_created()
    {
        var model = EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(20)) with
        {
            Quota = new(ResourceAmounts.Parse("9", "40Gi"), ResourceAmounts.Parse("50", "100Gi"), 100),
        };
        var point = Simulator.Run(model)[Gateway].Points[^1];
        Assert.True(point.Wanted > point.Current);
        Assert.Equal(5, point.Current); // 9 cores less 5.25 of the others leave five pods of 750m
    }

    [Fact]
    public void A_rollout_replaces_every_pod_within_its_surge_and_keeps_serving()
    {
        var model = EnvironmentModels.Of(Prod, new ConstantLoad(120), new ConstantLoad(0), TimeSpan.FromMinutes(15)) with
        {
            Step = TimeSpan.FromSeconds(1),
            RecordEvery = TimeSpan.FromSeconds(1),
            Disturbances = [new RolloutDisturbance(Gateway, TimeSpan.FromMinutes(5))],
        };
        var run = Simulator.Run(model)[Gateway];
        Assert.Equal(3, run.Milestones.Count(m => m.Kind == PodMilestoneKind.Stopping));
        Assert.All(run.Points, p => Assert.InRange(p.Current, 3, 4));
        Assert.All(run.Points, p => Assert.True(p.Ready >= 3));
        Assert.Equal(0, run.Unserved);
    }

    [Fact]
    public void A_lost_node_takes_its_pods_and_they_come_back_elsewhere()
    {
        var model = EnvironmentModels.Of(Prod, new ConstantLoad(150), new ConstantLoad(0), TimeSpan.FromMinutes(20)) with
        {
            Nodes = new(new() { Name = "n8", Capacity = ResourceAmounts.Parse("8", "32Gi") }, 3),
            Disturbances = [new NodeLossDisturbance(0, TimeSpan.FromMinutes(5))],
        };
        var run = Simulator.Run(model)[Gateway];
        Assert.Contains(run.Points, p => p.Ready < 3);
        Assert.True(run.Points[^1].Ready >= 3);
    }

    [Fact]
    public void Evicted_pods_of_a_lost_node_keep_their_quota_until_it_is_back()
    {
        var amounts = ResourceAmounts.Parse("1", "1Gi");
        var model = new SimulationModel
        {
            Duration = TimeSpan.FromMinutes(30),
            Nodes = new(new() { Name = "n8", Capacity = ResourceAmounts.Parse("8", "32Gi") }, 2),
            Quota = new(amounts * 100, amounts * 100, Pods: 5),
            Workloads = [new() { Capacity = WorkloadCapacity.Fixed("web", 4, amounts, amounts, new()), Service = new RequestService { CpuSecondsPerRequest = 0.01 } }],
            Disturbances = [new NodeLossDisturbance(0, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20))],
        };
        var points = Simulator.Run(model)["web"].Points;
        Assert.Equal([4, 3, 3, 4], new[] { 10, 12, 19, 21 }.Select(minute => points.Last(p => p.Time <= TimeSpan.FromMinutes(minute)).Current));
        Assert.Equal(3, points.Last(p => p.Time < TimeSpan.FromMinutes(20)).Ready);
        Assert.Equal(4, points[^1].Ready);
    }

    [Fact]
    public void A_simulated_pods_one_container_is_the_one_that_a_container_metric_names()
    {
        var gateway = EnvironmentModels.Gateway(Prod, Busy);
        var autoscaler = k8s.KubernetesJson.Deserialize<k8s.Models.V2HorizontalPodAutoscaler>(k8s.KubernetesJson.Serialize(gateway.Autoscaler));
        autoscaler.Spec.Metrics = [new() { Type = "ContainerResource", ContainerResource = new() { Name = "cpu", Container = "server", Target = new() { Type = "Utilization", AverageUtilization = 65 } } }];
        var model = EnvironmentModels.Of(Prod, Busy, new ConstantLoad(0), TimeSpan.FromMinutes(15)) with { Workloads = [gateway with { Autoscaler = autoscaler }] };
        Assert.True(Simulator.Run(model)[Gateway].Points[^1].Wanted > 3);
    }

    [Fact]
    public void A_metric_that_does_not_answer_blocks_every_reduction()
    {
        var load = new StepLoad(500, 50, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));
        var model = EnvironmentModels.Of(Prod, load, new ConstantLoad(0), TimeSpan.FromMinutes(40)) with
        {
            Disturbances = [new MetricOutageDisturbance(Gateway, "http_requests_per_second", TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(30))],
        };
        var run = Simulator.Run(model)[Gateway];
        Assert.DoesNotContain(run.Changes, c => c.To < c.From && c.Time > TimeSpan.FromMinutes(9) && c.Time < TimeSpan.FromMinutes(30));
        Assert.Contains(run.Points, p => p.HeldBackBy == "FailedGetPodsMetric");
        Assert.Contains(run.Changes, c => c.To < c.From && c.Time > TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void A_worker_that_stops_finishes_its_jobs_or_gives_them_back()
    {
        var figures = VoiceAssistEnvironments.Staging;
        var worker = EnvironmentModels.Worker(figures, new ConstantLoad(0.03)) with
        {
            Service = new JobService { Duration = Distribution.Constant(300), Slots = 4, CpuPerJob = 0.01 },
            InitialReplicas = 3,
        };
        var model = EnvironmentModels.Of(figures, new ConstantLoad(0), new ConstantLoad(0), TimeSpan.FromMinutes(60)) with { Workloads = [worker] };
        var run = Simulator.Run(model)[worker.Name];
        Assert.True(run.Changes.Any(c => c.To < c.From), string.Join(";", run.Points.Where((p, i) => i % 20 == 0).Select(p => $"{p.Time.TotalSeconds} {p.Wanted} {p.Ready} {p.Proposed} {p.HeldBackBy} {p.QueueDepth} {string.Join(",", p.Metrics.Select(m => m.Proposal + (m.Error ?? "")))}")));
        Assert.InRange(run.Completed + run.Points[^1].QueueDepth, 108 - 12 - 1, 108);
    }

    [Fact]
    public void A_shared_queue_exported_by_every_pod_runs_to_the_maximum()
    {
        var figures = VoiceAssistEnvironments.Prod;
        var worker = EnvironmentModels.Worker(figures, new StepLoad(0.5, 8, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)));
        var asPods = k8s.KubernetesJson.Deserialize<k8s.Models.V2HorizontalPodAutoscaler>(k8s.KubernetesJson.Serialize(worker.Autoscaler));
        asPods.Spec.Metrics = [new() { Type = "Pods", Pods = new() { Metric = new() { Name = "voiceassist_queue_depth" }, Target = new() { Type = "AverageValue", AverageValue = new("50") } } }];
        var run = Simulator.Run(EnvironmentModels.Of(figures, new ConstantLoad(0), new ConstantLoad(0), TimeSpan.FromMinutes(10)) with { Workloads = [worker with { Autoscaler = asPods }] });
        Assert.Equal(8, run[worker.Name].Points.Max(p => p.Wanted));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0)]
    [InlineData(10, 20)]
    public void Impossible_durations_and_steps_are_refused(int minutes, int step) => Assert.Throws<ArgumentException>(() =>
        Simulator.Run(EnvironmentModels.Of(Prod, Busy, Busy, TimeSpan.FromMinutes(minutes)) with { Step = TimeSpan.FromSeconds(step) }));

    [Fact]
    public void A_disturbance_must_name_a_workload_or_node_of_the_model()
    {
        var model = EnvironmentModels.Of(Prod, Busy, Busy, TimeSpan.FromMinutes(1));
        Assert.Throws<ArgumentException>(() => Simulator.Run(model with { Disturbances = [new RolloutDisturbance("nobody", TimeSpan.Zero)] }));
        Assert.Throws<ArgumentException>(() => Simulator.Run(model with { Disturbances = [new NodeLossDisturbance(1, TimeSpan.Zero)] }));
    }
}
