using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

public class ManifestEntryTests
{
    [Fact]
    public async Task A_resource_of_an_unknown_kind_is_an_error_entry_without_a_type() => Assert.Equal(
        """{"error":"This resource does not support generation in the manifest."}""",
        (await Manifest.EntryAsync(new UnknownResource("strange"))).ToJsonString());

    [Fact]
    public async Task A_resource_that_is_to_be_ignored_has_no_entry()
    {
        var ignored = Nginx().With(ManifestPublishingCallbackAnnotation.Ignore);
        Assert.Empty(await Manifest.EntriesAsync(ignored));
    }

    [Fact]
    public async Task An_ignored_resource_that_is_referred_to_has_no_entry()
    {
        var ignored = new ParameterResource("hidden", static _ => "").With(ManifestPublishingCallbackAnnotation.Ignore);
        var entries = await Manifest.EntriesAsync(Nginx().Env("X", ignored));
        Assert.Equal(["nginx"], entries.Select(e => e.Key));
    }

    [Fact]
    public async Task A_callback_of_its_own_writes_the_entry()
    {
        var resource = Nginx().With(new ManifestPublishingCallbackAnnotation(async context =>
        {
            await context.WriteContainerAsync(Nginx());
            context.Writer.WriteString("extra", context.GetManifestRelativePath(Path.GetFullPath("/src/lab/x.txt")));
        }));
        Assert.Equal("""{"type":"container.v0","image":"nginx:1","extra":"../x.txt"}""", (await Manifest.EntryAsync(resource)).ToJsonString());
    }

    [Fact]
    public async Task The_last_callback_wins()
    {
        var resource = Nginx()
            .With(ManifestPublishingCallbackAnnotation.Ignore)
            .With(new ManifestPublishingCallbackAnnotation(context => context.Writer.WriteString("type", "mine.v0")));
        Assert.Equal("mine.v0", (string?)(await Manifest.EntryAsync(resource))["type"]);
    }

    [Fact]
    public async Task A_callback_that_leaves_an_object_open_is_named()
    {
        var resource = Nginx().With(new ManifestPublishingCallbackAnnotation(context => context.Writer.WriteStartObject("open")));
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => Manifest.WriteAsync(resource));
        Assert.Contains("'nginx' has left an object or array open", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_environment_callback_names_the_resource()
    {
        var resource = Nginx().With(new EnvironmentCallbackAnnotation("X", () => throw new InvalidOperationException("no luck")));
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => Manifest.WriteAsync(resource));
        Assert.Equal("The manifest entry of resource 'nginx' cannot be written: no luck", error.Message);
    }

    [Fact]
    public async Task A_container_without_an_image_is_named()
    {
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => Manifest.WriteAsync(new ContainerResource("bare")));
        Assert.Contains("Container 'bare' has no image", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_metadata_is_named()
    {
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => Manifest.WriteAsync(new ProjectResource("lost")));
        Assert.Contains("Project 'lost' has no IProjectMetadata", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_are_told_that_the_app_is_published()
    {
        var operations = new List<DistributedApplicationOperation>();
        var resource = Nginx()
            .With(new EnvironmentCallbackAnnotation(context => operations.Add(context.ExecutionContext.Operation)))
            .With(new CommandLineArgsCallbackAnnotation(context =>
            {
                operations.Add(context.ExecutionContext.Operation);
                return Task.CompletedTask;
            }));
        await Manifest.WriteAsync(resource);
        Assert.Equal([DistributedApplicationOperation.Publish, DistributedApplicationOperation.Publish], operations);
    }

    [Fact]
    public async Task A_variable_set_to_null_is_left_out() =>
        Assert.Null((await Manifest.EntryAsync(Nginx().Env("GONE", null)))["env"]);

    [Fact]
    public async Task A_variable_that_is_set_twice_keeps_its_place_and_takes_the_last_value() => Assert.Equal(
        """{"A":"3","B":"2"}""",
        (await Manifest.EntryAsync(Nginx().Env("A", "1").Env("B", "2").Env("A", "3")))["env"]!.ToJsonString());

    [Fact]
    public async Task A_value_that_is_neither_text_nor_reference_is_written_as_text() =>
        Assert.Equal("1.5", (string?)(await Manifest.EntryAsync(Nginx().Env("N", 1.5)))["env"]!["N"]);

    [Fact]
    public async Task Text_beyond_ascii_is_escaped_as_Aspire_escapes_it() =>
        Assert.Contains("\"T\": \"\\u00FC \\u0026 \\u003C\\u002B\\u0027\"", await Manifest.WriteAsync(Nginx().Env("T", "ü & <+'")), StringComparison.Ordinal);

    [Fact]
    public async Task A_manifest_without_resources_is_still_one() =>
        Assert.Equal("{\n  \"resources\": {}\n}", await Manifest.WriteAsync());

    [Fact]
    public async Task Replicas_waits_and_health_checks_do_not_show()
    {
        var redis = Nginx();
        var plain = (await Manifest.EntryAsync(Nginx())).ToJsonString();
        var shaped = Nginx().With(new ReplicaAnnotation(3)).With(new WaitAnnotation(redis, WaitType.WaitUntilHealthy)).With(new HealthCheckAnnotation("h"));
        Assert.Equal(plain, (await Manifest.EntryAsync(shaped)).ToJsonString());
    }

    private static ContainerResource Nginx() => new ContainerResource("nginx").Image("nginx", "1");

    private sealed class UnknownResource(string name) : Resource(name);
}
