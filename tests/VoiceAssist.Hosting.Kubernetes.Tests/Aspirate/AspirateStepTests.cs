using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>The steps with <c>--base</c>, as an app host runs them.</summary>
[Collection("exit code of the process")]
public sealed class AspirateStepTests
{
    [Fact]
    public async Task Publish_writes_the_tree_and_leaves_the_base_alone()
    {
        var files = await AspirateShop.GenerateAsync();
        using var directory = new TemporaryDirectory().With(files.Select(f => KeyValuePair.Create("aspirate/" + f.Key, f.Value)));

        Assert.Equal(0, await RunAsync("publish", directory.Full("k8s"), directory.Full("aspirate")));

        using var expected = await AspirateShop.PublishAsync();
        var written = directory.Read();
        written.Remove("k8s/.published");
        Assert.Equal(expected.Read(), written);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("publish-diff")]
    public async Task A_directory_that_is_not_aspirates_stops_everything(string step)
    {
        using var directory = new TemporaryDirectory().With([new("other/kustomization.yaml", "resources:\n- deployment.yaml\n")]);

        Assert.NotEqual(0, await RunAsync(step, directory.Full("k8s"), directory.Full("other")));

        Assert.Equal(["other/kustomization.yaml"], directory.Read().Keys);
    }

    [Fact]
    public async Task An_output_path_in_the_base_stops_everything()
    {
        using var directory = new TemporaryDirectory().With(await AspirateShop.GenerateAsync());
        var before = directory.Read();

        Assert.NotEqual(0, await RunAsync("publish", directory.Full("enriched"), directory.Path));

        Assert.Equal(before, directory.Read());
    }

    private static async Task<int> RunAsync(string step, string output, string @base)
    {
        var builder = AspirateShop.Builder("--operation", "publish", "--step", step, "--output-path", output, "--base", @base);
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
