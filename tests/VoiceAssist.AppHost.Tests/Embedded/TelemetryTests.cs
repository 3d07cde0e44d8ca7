using VoiceAssist.AppHost.Tests.Running;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Tests.Embedded;

[Collection(nameof(RunningApp))]
public sealed class TelemetryTests(RunningApp running)
{
    [Theory]
    [InlineData(ResourceNames.Worker, 2)]
    [InlineData(ResourceNames.Server, 1)]
    public async Task In_tests_without_a_dashboard_telemetry_is_sent_nowhere(string name, int replicas)
    {
        var instances = await running.InstancesAsync(name, replicas, s => s.State?.Text == KnownResourceStates.Running);

        Assert.All(instances, i => Assert.DoesNotContain(i.Snapshot.EnvironmentVariables, v => v.Name == "OTEL_EXPORTER_OTLP_ENDPOINT"));
    }
}
