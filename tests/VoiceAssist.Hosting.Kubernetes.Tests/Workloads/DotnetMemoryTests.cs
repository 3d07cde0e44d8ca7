using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class DotnetMemoryTests
{
    [Theory]
    [InlineData("512Mi", "2Gi", 80, "0x14")]
    [InlineData("768Mi", "3Gi", 75, "0x13")]
    [InlineData("512Mi", "768Mi", 80, "0x35")]
    public async Task The_collector_is_thrifty_from_the_autoscalers_target_on(string request, string limit, int percent, string expected)
    {
        var web = await WebAsync(web => web.WithResources(r => r.Memory(request, limit)).WithHorizontalScaling(s => s.Replicas(1, 5).MemoryUtilization(percent)));

        Assert.Equal(expected, web.Variable("DOTNET_GCHighMemPercent").Value);
        Assert.Equal("1", web.Variable("DOTNET_GCDynamicAdaptationMode").Value);
    }

    [Fact]
    public async Task The_reason_shows_the_arithmetic()
    {
        var web = await WebAsync(web => web.WithResources(r => r.Memory("512Mi", "2Gi")).WithHorizontalScaling(s => s.Replicas(1, 5).MemoryUtilization(80)));

        Assert.StartsWith("the autoscaler's memory target is 409Mi, 20 % of the limit 2Gi", web.Variable("DOTNET_GCHighMemPercent").Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_average_is_a_target_too()
    {
        var web = await WebAsync(web => web.WithResources(r => r.Memory("512Mi", "2Gi")).WithHorizontalScaling(s => s.Replicas(1, 5).ResourceAverage("memory", "1Gi")));

        Assert.Equal("0x32", web.Variable("DOTNET_GCHighMemPercent").Value);
    }

    [Fact]
    public async Task Nothing_is_set_where_the_autoscaler_does_not_look_at_memory()
    {
        var web = await WebAsync(web => web.WithResources(r => r.Memory("512Mi", "2Gi")).WithHorizontalScaling(s => s.Replicas(1, 5).CpuUtilization(80)));

        Assert.DoesNotContain(web.Variables, IsCollector);
    }

    [Fact]
    public async Task Nothing_is_set_where_the_limit_is_the_request()
    {
        var web = await WebAsync(web => web.WithResources(r => r.Memory("1Gi", "1Gi")).WithHorizontalScaling(s => s.Replicas(1, 5).MemoryUtilization(80)));

        Assert.DoesNotContain(web.Variables, IsCollector);
    }

    [Fact]
    public async Task A_project_that_tunes_its_collector_is_left_alone()
    {
        var web = await WebAsync(web => web
            .WithEnvironment("DOTNET_GCHeapHardLimit", "0x20000000")
            .WithResources(r => r.Memory("512Mi", "2Gi")).WithHorizontalScaling(s => s.Replicas(1, 5).MemoryUtilization(80)));

        Assert.Equal("DOTNET_GCHeapHardLimit", Assert.Single(web.Variables, IsCollector).Name);
    }

    private static bool IsCollector(WorkloadVariable variable) => variable.Name.StartsWith("DOTNET_GC", StringComparison.Ordinal);

    private static async Task<WorkloadModel> WebAsync(Action<IResourceBuilder<ProjectResource>> shape) =>
        (await TestModel.ReadBaseAsync(b => shape(b.AddTestProject("web")))).Workload("web");
}
