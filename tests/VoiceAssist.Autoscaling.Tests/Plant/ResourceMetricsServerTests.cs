using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Distributions;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Autoscaling.Plant;

namespace VoiceAssist.Autoscaling.Tests.Plant;

public class ResourceMetricsServerTests
{
    // The pod runs from 1 s on, the kubelet measures at 5 and 15 s, metrics-server fetches at 6 and 21 s.
    [Fact]
    public void A_young_container_is_averaged_over_its_whole_life_though_an_earlier_point_is_known()
    {
        Assert.Empty(SamplesAt(20));
        Assert.Equal(TimeSpan.FromSeconds(14), Assert.Single(SamplesAt(22)).Window);
    }

    [Fact]
    public void Later_points_are_compared_with_the_one_before() =>
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.Single(SamplesAt(37)).Window); // 35 s and 15 s

    private static IReadOnlyList<PodSample> SamplesAt(int end)
    {
        var amounts = ResourceAmounts.Parse("1", "1Gi");
        var model = new WorkloadModel
        {
            Capacity = WorkloadCapacity.Fixed("web", 0, amounts, amounts, new()),
            Service = new RequestService { CpuSecondsPerRequest = 0.01 },
            Timings = new() { Scheduling = Distribution.Constant(1), ImagePull = Distribution.Constant(0), ContainerStart = Distribution.Constant(0), WarmUp = Distribution.Constant(0) },
        };
        var pipeline = new MetricPipeline();
        var node = new SimulatedNode("node", new NodeShape { Name = "n8", Capacity = ResourceAmounts.Parse("8", "32Gi") }, kubeletPhase: 5);
        var plant = new WorkloadPlant(0, model, new SimulatedCluster([node], null), pipeline, new Random(1));
        var server = new ResourceMetricsServer(pipeline, new SimulationClock(Samples.Now), phase: 6);
        plant.Scale(1);
        for (var now = 0; now <= end; now++)
        {
            server.Step(now, [node], [plant]);
            plant.Step(now, 1, 0);
        }

        return server.Read("cpu", plant.Pods).Samples;
    }
}
