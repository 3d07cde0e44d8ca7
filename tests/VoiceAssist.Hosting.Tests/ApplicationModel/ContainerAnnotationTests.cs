using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ContainerAnnotationTests
{
    [Theory]
    [InlineData(null, null, null, "nginx:latest")]
    [InlineData("docker.io", "1.27", null, "docker.io/nginx:1.27")]
    [InlineData("localhost:5000", null, "ab12", "localhost:5000/nginx@sha256:ab12")]
    public void An_image_is_written_with_registry_and_with_tag_or_digest(string? registry, string? tag, string? digest, string expected)
    {
        var image = new ContainerImageAnnotation { Registry = registry, Image = "nginx", Tag = tag };
        if (digest is not null)
        {
            image.SHA256 = digest;
        }

        var container = new ContainerResource("web");
        container.Annotations.Add(image);
        Assert.True(container.TryGetContainerImageName(out var name));
        Assert.Equal(expected, name);
    }

    [Fact]
    public void Tag_and_digest_exclude_each_other()
    {
        var image = new ContainerImageAnnotation { Image = "nginx", Tag = "1" };
        image.SHA256 = "ab12";
        Assert.Null(image.Tag);
        image.Tag = "2";
        Assert.Null(image.SHA256);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("data")]
    public void A_bind_mount_needs_an_absolute_source(string? source) =>
        Assert.Throws<ArgumentException>(nameof(source), () => new ContainerMountAnnotation(source, "/data", ContainerMountType.BindMount, isReadOnly: false));

    [Fact]
    public void A_volume_without_a_name_cannot_be_read_only() =>
        Assert.Throws<ArgumentException>("isReadOnly", () => new ContainerMountAnnotation(null, "/data", ContainerMountType.Volume, isReadOnly: true));

    [Fact]
    public void A_negative_number_of_replicas_is_refused() => Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new ReplicaAnnotation(-1));
}
