using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>What the testing builder promises beyond starting the app.</summary>
public sealed class TestingBuilderTests
{
    [Fact]
    public async Task An_error_of_the_entry_point_is_thrown_and_leaves_the_exit_code_alone()
    {
        await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "nonsense"], Deadline.Token));

        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public async Task An_assembly_without_an_entry_point_is_no_app_host()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => DistributedApplicationTestingBuilder.CreateAsync<IResource>(Deadline.Token));

        Assert.Contains("has no entry point", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_models_are_built_at_the_same_time()
    {
        var builders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "embedded"], Deadline.Token)));

        Assert.Equal(4, builders.Select(b => b.Resources).Distinct().Count());
        foreach (var builder in builders)
        {
            await builder.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_app_that_is_built_but_not_started_is_disposed_without_a_trace()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--infrastructure", "embedded"], Deadline.Token);

        await using var app = await builder.BuildAsync(Deadline.Token);

        Assert.Throws<InvalidOperationException>(() => app.GetEndpoint("voiceassist-server"));
    }

    [Fact]
    public async Task The_test_decides_before_the_builder_is_made()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(
            ["--infrastructure", "embedded"], (_, settings) => settings.EnvironmentName = "Staging", Deadline.Token);

        Assert.Equal("Staging", builder.Environment.EnvironmentName);
    }

    [Fact]
    public async Task The_app_host_is_published_in_a_test()
    {
        using var home = new TemporaryDirectory();
        var file = Path.Combine(home.Path, "manifest.json");
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(
            ["--publisher", "manifest", "--output-path", file], Deadline.Token);
        await using var app = await builder.BuildAsync(Deadline.Token);

        await app.RunAsync(Deadline.Token);

        Assert.True(File.Exists(file));
    }
}
