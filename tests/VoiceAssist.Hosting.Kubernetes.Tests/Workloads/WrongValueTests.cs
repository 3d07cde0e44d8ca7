using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>A value that is wrong fails where the app host wrote it, before anything is built.</summary>
public class WrongValueTests
{
    public static TheoryData<string, Action<IResourceBuilder<ContainerResource>>> Wrong => new()
    {
        { "'half a core'", c => c.WithResources(r => r.Cpu("half a core", "1")) },
        { "in the order lower, upper", c => c.WithResources(r => r.Memory("2Gi", "1Gi")) },
        { "exceeds the upper one", c => c.WithResources(r => r.Cpu("100m", "1").In("prod", p => p.Cpu("3", "2"))) },
        { "A stabilization window of 4000 s", c => c.WithHorizontalScaling(s => s.Replicas(1, 2).ScaleDown(d => d.Stabilize(TimeSpan.FromSeconds(4000)))) },
        { "must begin with '/'", c => c.WithProbes(p => p.Liveness(ProbeRule.Get("health", TimeSpan.FromSeconds(5), 3))) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void It_says_what_was_given_and_the_line(string message, Action<IResourceBuilder<ContainerResource>> write)
    {
        var container = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = [], DisableDashboard = true }).AddContainer("web", "web", "1");

        var error = Assert.ThrowsAny<Exception>(() => write(container));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Matches($@"{nameof(WrongValueTests)}\.cs:line \d+", error.StackTrace);
    }
}
