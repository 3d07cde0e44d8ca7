using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests;

public sealed class DistributedApplicationBuilderTests : IDisposable
{
    private readonly TemporaryDirectory _one = new();
    private readonly TemporaryDirectory _other = new();

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void The_configuration_tells_where_the_app_host_is()
    {
        var app = App.In(_one.Path);
        var (path, name) = (Path.Join(_one.Path, app.Environment.ApplicationName), app.Environment.ApplicationName);
        Assert.Equal((_one.Path, path, name), (app.Configuration["AppHost:Directory"], app.Configuration["AppHost:Path"], app.Configuration["AppHost:DashboardApplicationName"]));
        Assert.Equal(Hash(path.ToLowerInvariant()), app.Configuration["AppHost:Sha256"]);
    }

    [Fact]
    public void Published_names_do_not_depend_on_the_checkout() => Assert.Equal(
        App.In(_one.Path, "--operation", "publish").Configuration["AppHost:Sha256"],
        App.In(_other.Path, "--operation", "publish").Configuration["AppHost:Sha256"]);

    [Theory]
    [InlineData("", true)]
    [InlineData("--operation run", true)]
    [InlineData("--operation publish", false)]
    [InlineData("--publisher manifest", false)]
    public void The_command_line_decides_between_run_and_publish(string commandLine, bool isRun)
    {
        var context = App.ForRun(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ExecutionContext;
        Assert.Equal((isRun, !isRun), (context.IsRunMode, context.IsPublishMode));
    }

    [Fact]
    public void A_wrong_command_line_is_refused() => Assert.Throws<CommandLineException>(() => App.ForRun("--operation", "fly"));

    [Fact]
    public async Task Services_are_there_only_once_the_app_is_built()
    {
        var app = App.ForPublish();
        Assert.Throws<InvalidOperationException>(() => app.ExecutionContext.ServiceProvider);
        await using var built = app.Build();
        Assert.Same(built.Services, app.ExecutionContext.ServiceProvider);
    }

    [Fact]
    public void An_annotation_can_replace_those_of_its_kind()
    {
        var web = App.ForRun().AddContainer("web", "nginx").WithAnnotation(new ReplicaAnnotation(2)).WithAnnotation(new ReplicaAnnotation(3), ResourceAnnotationMutationBehavior.Replace);
        Assert.Equal([3], web.Resource.Annotations.OfType<ReplicaAnnotation>().Select(a => a.Replicas));
    }

    [Fact]
    public void A_resource_builder_does_not_add_its_resource()
    {
        var app = App.ForRun();
        app.CreateResourceBuilder(new ContainerResource("web"));
        Assert.Empty(app.Resources);
    }

    [Fact]
    public void The_exit_code_tells_wrong_usage_from_failure()
    {
        Assert.Equal(2, PublishExitCode.Of(new CommandLineException("x")));
        Assert.Equal(1, PublishExitCode.Of(new DistributedApplicationException("x")));
        Assert.Equal(1, PublishExitCode.Of(new PipelineFailedException([])));
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
