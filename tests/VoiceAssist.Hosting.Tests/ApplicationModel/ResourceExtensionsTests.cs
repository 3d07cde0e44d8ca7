using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ResourceExtensionsTests
{
    [Fact]
    public void The_last_annotation_of_a_kind_counts()
    {
        var project = new ProjectResource("api");
        Assert.Equal(1, project.GetReplicaCount());
        Assert.False(project.TryGetLastAnnotation<ReplicaAnnotation>(out _));
        project.Annotations.Add(new ReplicaAnnotation(2));
        project.Annotations.Add(new ReplicaAnnotation(3));
        Assert.Equal(3, project.GetReplicaCount());
    }

    [Fact]
    public void Annotations_of_a_kind_come_in_order_or_not_at_all()
    {
        var project = new ProjectResource("api");
        Assert.False(project.TryGetEndpoints(out _));
        project.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, "http"));
        project.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, "https"));
        Assert.True(project.TryGetEndpoints(out var endpoints));
        Assert.Equal(["http", "https"], endpoints.Select(e => e.Name));
        Assert.Equal(["http", "https"], project.GetEndpoints().Select(e => e.EndpointName));
    }

    [Fact]
    public void A_project_without_metadata_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ProjectResource("api").GetProjectMetadata());
        Assert.Equal("Project resource 'api' has no project metadata.", error.Message);
    }
}
