using System.Text.Json;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Model;

public sealed class DcpJsonTests
{
    [Fact]
    public void A_create_body_holds_what_is_set_and_nothing_else()
    {
        var executable = new Executable
        {
            Metadata = new DcpMetadata
            {
                Name = "web-abcdefgh",
                Annotations = new Dictionary<string, string>
                {
                    [DcpAnnotations.ServiceProducer] = ServiceProducer.Serialize([new ServiceProducer("web", "localhost")]),
                },
            },
            Spec = new ExecutableSpec
            {
                ExecutablePath = "/usr/bin/web",
                Args = ["--port", DcpTemplate.PortForServing("web")],
                Env = [new EnvVar { Name = "A", Value = "b" }],
                ExecutionType = ExecutionTypes.Process,
            },
        };

        Assert.Equal(
            """
            {"apiVersion":"usvc-dev.developer.microsoft.com/v1","kind":"Executable","metadata":{"name":"web-abcdefgh","annotations":{"service-producer":"[{\u0022serviceName\u0022:\u0022web\u0022,\u0022address\u0022:\u0022localhost\u0022}]"}},"spec":{"executablePath":"/usr/bin/web","args":["--port","{{portForServing \u0022web\u0022}}"],"env":[{"name":"A","value":"b"}],"executionType":"Process"}}
            """,
            JsonSerializer.Serialize(executable, DcpJson.Default.Executable));
    }

    [Fact]
    public void Members_with_their_own_spelling_are_written_so()
    {
        var container = new Container
        {
            Metadata = new DcpMetadata { Name = "c" },
            Spec = new ContainerSpec { Image = "i", Ports = [new ContainerPort { Port = 80 }] },
        };

        Assert.Contains("""{"containerPort":80}""", JsonSerializer.Serialize(container, DcpJson.Default.Container), StringComparison.Ordinal);
    }

    [Fact]
    public void A_micro_time_is_written_with_six_digits()
    {
        var executable = new Executable
        {
            Metadata = new DcpMetadata { Name = "e" },
            Spec = new ExecutableSpec { ExecutablePath = "/e", MonitorTimestamp = new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.FromHours(1)) },
        };

        Assert.Contains("\"monitorTimestamp\":\"2026-11-23T16:00:00.000000Z\"", JsonSerializer.Serialize(executable, DcpJson.Default.Executable), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_read_with_nulls_and_unknown_members()
    {
        // As DCP 0.25.13 answers, shortened.
        const string Answer = """
            {"kind":"Executable","apiVersion":"usvc-dev.developer.microsoft.com/v1","metadata":{"name":"e1","uid":"8a2c","resourceVersion":"4","creationTimestamp":"2026-11-24T05:45:20Z","finalizers":["x"],"managedFields":[{"manager":"dcp"}]},"spec":{"executablePath":"/bin/sh","args":["-c","exit 3"],"executionType":"Process","ambientEnvironment":{},"monitorTimestamp":null},"status":{"executionID":"6074","pid":6074,"state":"Finished","exitCode":3,"startupTimestamp":"2026-11-24T05:45:19.980000Z","finishTimestamp":null,"effectiveEnv":[{"name":"A","value":"b"}],"healthStatus":"Unhealthy"}}
            """;

        var executable = JsonSerializer.Deserialize(Answer, DcpJson.Default.Executable)!;

        Assert.Equal("e1", executable.Metadata.Name);
        Assert.Equal(["-c", "exit 3"], executable.Spec.Args);
        Assert.Null(executable.Spec.MonitorTimestamp);
        Assert.Equal("6074", executable.Status!.ExecutionId);
        Assert.Equal(ExecutableStates.Finished, executable.Status.State);
        Assert.Equal(3, executable.Status.ExitCode);
        Assert.Equal(980, executable.Status.StartupTimestamp!.Value.Millisecond);
        Assert.Null(executable.Status.FinishTimestamp);
        Assert.Equal([new EnvVar { Name = "A", Value = "b" }], executable.Status.EffectiveEnv);
    }

    [Theory]
    [MemberData(nameof(Specifications))]
    public void What_is_written_is_read_back(string kind, string json) => Assert.Equal(json, RoundTrip(kind, json));

    public static TheoryData<string, string> Specifications() => new()
    {
        { "Service", Envelope("Service", """{"address":"localhost","port":8080,"protocol":"TCP","addressAllocationMode":"Localhost"}""") },
        { "Endpoint", Envelope("Endpoint", """{"serviceName":"web","address":"127.0.0.1","port":5000}""") },
        { "Container", Envelope("Container", """{"image":"docker.io/library/redis:8.6","containerName":"redis","command":"/bin/sh","args":["-c"],"ports":[{"containerPort":6379}],"volumeMounts":[{"type":"volume","source":"data","target":"/data","readOnly":true}],"networks":[{"name":"n","aliases":["redis"]}]}""") },
        { "ContainerNetwork", Envelope("ContainerNetwork", """{"networkName":"n","persistent":false}""") },
    };

    private static string Envelope(string kind, string spec) =>
        $$$"""{"apiVersion":"usvc-dev.developer.microsoft.com/v1","kind":"{{{kind}}}","metadata":{"name":"x"},"spec":{{{spec}}}}""";

    private static string RoundTrip(string kind, string json) => kind switch
    {
        "Service" => RoundTrip<Service>(json),
        "Endpoint" => RoundTrip<Endpoint>(json),
        "Container" => RoundTrip<Container>(json),
        "ContainerNetwork" => RoundTrip<ContainerNetwork>(json),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not in the table."),
    };

    private static string RoundTrip<T>(string json)
        where T : class, IDcpObject<T> =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, T.Definition.Json)!, T.Definition.Json);
}
