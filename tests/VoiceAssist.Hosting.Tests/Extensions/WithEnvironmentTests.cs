using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Extensions;

public class WithEnvironmentTests
{
    private readonly DistributedApplicationBuilder _app = App.ForRun();
    private readonly IResourceBuilder<ContainerResource> _web;

    public WithEnvironmentTests() => _web = _app.AddContainer("web", "nginx").WithHttpEndpoint();

    [Fact]
    public async Task Each_kind_of_value_becomes_a_variable()
    {
        var database = _app.AddPostgres("pg").AddDatabase("db");
        _web.WithEnvironment("TEXT", "x")
            .WithEnvironment("NOTHING", (string?)null)
            .WithEnvironment("CALLED", () => "y")
            .WithEnvironment("URL", _web.GetEndpoint("http"))
            .WithEnvironment("KEY", _app.AddParameter("key", "k"))
            .WithEnvironment("DB", database)
            .WithEnvironment("MIXED", $"<{_web.GetEndpoint("http").Property(EndpointProperty.Port)}>")
            .WithEnvironment(context => context.EnvironmentVariables["LAST"] = context.Resource.Name);
        Assert.Equal(
            [
                new("TEXT", "x"), new("NOTHING", ""), new("CALLED", "y"), new("URL", "{web.bindings.http.url}"), new("KEY", "{key.value}"),
                new("DB", "{db.connectionString}"), new("MIXED", "<{web.bindings.http.port}>"), new("LAST", "web"),
            ],
            await App.EnvironmentOf(_web.Resource));
    }

    [Fact]
    public void A_variable_needs_a_name() => Assert.Throws<ArgumentException>("name", () => _web.WithEnvironment("", "x"));

    [Fact]
    public async Task Arguments_add_up_in_order()
    {
        _web.WithArgs("a", "b").WithArgs(_web.GetEndpoint("http"), 7).WithArgs(context => context.Args.Insert(0, "first"));
        Assert.Equal(["first", "a", "b", "{web.bindings.http.url}", "7"], await App.ArgumentsOf(_web.Resource));
    }

    [Fact]
    public void A_command_replaces_one_of_the_same_name()
    {
        _web.WithCommand("flush", "Flush", _ => Task.FromResult(CommandResults.Success()), new CommandOptions { IconName = "Broom" })
            .WithCommand("flush", "Flush all", _ => Task.FromResult(CommandResults.Success()), new CommandOptions { IsHighlighted = true });
        var command = Assert.Single(_web.Resource.Annotations.OfType<ResourceCommandAnnotation>());
        Assert.Equal(("Flush all", null, true), (command.DisplayName, command.IconName, command.IsHighlighted));
    }
}
