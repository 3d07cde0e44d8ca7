using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Extensions;

public class ContainerExtensionsTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();

    [Theory]
    [InlineData("nginx", "nginx:latest")]
    [InlineData("nginx:1.27", "nginx:1.27")]
    [InlineData("docker.io/library/nginx", "docker.io/library/nginx:latest")]
    [InlineData("localhost:5000/nginx", "localhost:5000/nginx:latest")]
    [InlineData("localhost:5000/nginx:1", "localhost:5000/nginx:1")]
    [InlineData("nginx@sha256:ab12", "nginx@sha256:ab12")]
    public void An_image_is_taken_apart(string image, string expected) => Assert.Equal(expected, ImageOf(_app.AddContainer("web", image)));

    [Fact]
    public void A_tag_can_stand_beside_the_image() => Assert.Equal("nginx:1.27", ImageOf(_app.AddContainer("web", "nginx", "1.27")));

    [Theory]
    [InlineData("nginx:1")]
    [InlineData("nginx@sha256:ab12")]
    public void Two_tags_are_refused(string image) =>
        Assert.Throws<ArgumentException>("tag", () => _app.AddContainer("web", image, "2"));

    [Fact]
    public void Tag_and_registry_can_be_changed_and_another_image_forgets_them()
    {
        var web = _app.AddContainer("web", "nginx").WithImageTag("2").WithImageRegistry("docker.io");
        Assert.Equal("docker.io/nginx:2", ImageOf(web));
        Assert.Equal("caddy:latest", ImageOf(web.WithImage("caddy")));
    }

    [Fact]
    public void A_tag_without_an_image_is_refused()
    {
        var web = _app.AddResource(new ContainerResource("web"));
        Assert.Contains("'web' has no image yet", Assert.Throws<InvalidOperationException>(() => web.WithImageTag("1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_bind_mount_starts_at_the_app_host()
    {
        var web = _app.AddContainer("web", "nginx").WithBindMount("conf", "/etc/nginx", isReadOnly: true);
        var mount = Assert.Single(web.Resource.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal((Path.Combine(_app.AppHostDirectory, "conf"), "/etc/nginx", true), (mount.Source, mount.Target, mount.IsReadOnly));
    }

    [Fact]
    public void A_volume_may_be_anonymous()
    {
        var web = _app.AddContainer("web", "nginx").WithVolume("/cache");
        Assert.Null(Assert.Single(web.Resource.Annotations.OfType<ContainerMountAnnotation>()).Source);
    }

    [Fact]
    public void The_last_lifetime_counts()
    {
        var web = _app.AddContainer("web", "nginx").WithLifetime(ContainerLifetime.Session).WithLifetime(ContainerLifetime.Persistent);
        Assert.Equal(ContainerLifetime.Persistent, Assert.Single(web.Resource.Annotations.OfType<ContainerLifetimeAnnotation>()).Lifetime);
    }

    [Fact]
    public void A_generated_volume_name_tells_app_and_resource()
    {
        var web = _app.AddContainer("web", "nginx");
        var name = VolumeNameGenerator.Generate(web, "data");
        var app = _app.Environment.ApplicationName.ToLowerInvariant();
        Assert.Equal($"{app}-{_app.Configuration["AppHost:Sha256"]![..10].ToLowerInvariant()}-web-data", name);
        Assert.Throws<ArgumentException>("suffix", () => VolumeNameGenerator.Generate(web, "da ta"));
        Assert.Throws<ArgumentException>("suffix", () => VolumeNameGenerator.Generate(web, ""));
    }

    private static string? ImageOf(IResourceBuilder<ContainerResource> container) =>
        container.Resource.TryGetContainerImageName(out var name) ? name : null;
}
