using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class InstanceNamesTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 3)]
    [InlineData(0, 1)]
    public void Each_replica_has_a_name_and_one_that_may_be_started_later_too(int? replicas, int expected)
    {
        var worker = new ProjectResource("worker");
        if (replicas is { } count)
        {
            worker.Annotations.Add(new ReplicaAnnotation(count));
        }

        var instances = InstanceNames.Create(worker, "0123456789").Instances;
        Assert.Equal(expected, instances.Count);
        Assert.Equal(expected, instances.Select(i => i.Name).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, expected), instances.Select(i => i.Index));
        Assert.All(instances, i => Assert.Matches("^worker-[a-hj-kmnp-z]{8}$", i.Name));
        Assert.All(instances, i => Assert.Equal($"worker-{i.Suffix}", i.Name));
    }

    [Fact]
    public void The_service_of_an_only_endpoint_is_named_after_the_resource()
    {
        var web = new ContainerResource("web");
        var http = new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, "http");
        web.Annotations.Add(http);
        Assert.Equal("web", ServiceName.Of(web, http));
        web.Annotations.Add(new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, "https"));
        Assert.Equal("web-http", ServiceName.Of(web, http));
    }
}
