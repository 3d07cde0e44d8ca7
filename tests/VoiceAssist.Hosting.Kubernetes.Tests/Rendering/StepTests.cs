namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>The steps as an app host runs them.</summary>
[Collection("exit code of the process")]
public class StepTests
{
    [Fact]
    public async Task Publish_writes_the_tree()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(0, await RunAsync("publish", directory.Full("k8s")));
        var written = new SortedDictionary<string, string>(Directory.EnumerateFiles(directory.Full("k8s"), "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(directory.Full("k8s"), f), File.ReadAllText), StringComparer.Ordinal);
        written.Remove(".published");
        Assert.Equal(await SampleTree.RenderAsync(), written);
    }

    [Fact]
    public async Task Publish_of_one_environment_writes_only_that()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(0, await RunAsync("publish", directory.Path, "--target", "dev"));
        var files = directory.Read().Keys;
        Assert.Contains("overlays/dev/kustomization.yaml", files);
        Assert.DoesNotContain(files, f => f.Contains("prod", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_environment_stops_everything()
    {
        using var directory = new TemporaryDirectory();
        Assert.NotEqual(0, await RunAsync("publish", directory.Full("k8s"), "--target", "qa"));
        Assert.Empty(directory.Read());
    }

    [Fact]
    public async Task An_output_path_that_is_a_file_stops_everything()
    {
        using var directory = new TemporaryDirectory().With([new("k8s", "a file")]);
        Assert.NotEqual(0, await RunAsync("publish", directory.Full("k8s")));
        Assert.Equal("a file", directory.Read()["k8s"]);
    }

    [Fact]
    public async Task An_output_path_where_nobody_may_write_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/sys is Linux'; elsewhere root may write anywhere.");
        Assert.NotEqual(0, await RunAsync("publish", "/sys/kernel/manifests"));
        Assert.False(Directory.Exists("/sys/kernel/manifests"));
    }

    [Theory]
    [InlineData("publish-diff")]
    [InlineData("publish-summary")]
    [InlineData("explain-check")]
    public async Task The_other_steps_write_nothing(string step)
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(0, await RunAsync(step, directory.Full("k8s")));
        Assert.Empty(directory.Read());
    }

    [Fact]
    public async Task An_unknown_check_is_an_error() => Assert.NotEqual(0, await RunAsync("explain-check", "none", "--check", "VAK000"));

    private static async Task<int> RunAsync(string step, string output, params string[] more)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--operation", "publish", "--step", step, "--output-path", output, .. more],
            DisableDashboard = true,
        });
        SampleModel.Build(builder);
        builder.AddKubernetesManifests("shop", SampleModel.Cluster);
        await using var app = builder.Build();
        var before = Environment.ExitCode;
        try
        {
            Environment.ExitCode = 0;
            await app.RunAsync(TestContext.Current.CancellationToken);
            return Environment.ExitCode;
        }
        catch (DistributedApplicationException)
        {
            return 1;
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }
}
