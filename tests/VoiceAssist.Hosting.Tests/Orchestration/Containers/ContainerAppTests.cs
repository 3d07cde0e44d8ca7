using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Orchestration.Containers;

/// <summary>Containers on a real runtime. Skipped where there is none, or where it lacks the image.</summary>
public sealed class ContainerAppTests
{
    private const string Server = "test-server";
    private const string Client = "test-client";

    // Answers in its log what the server says, again and again.
    private const string PingForever = "while :; do redis-cli -h $SERVER_HOST -p $SERVER_PORT ping; sleep 1; done";

    [Fact]
    public async Task A_container_reaches_another_one_by_its_name_and_own_port_also_after_an_app_beside_it_has_stopped()
    {
        var engine = await ContainerEngine.FindAsync();
        await using var beside = await ContainerApp.StartAsync(engine, builder => AddServer(builder, engine));
        await beside.WaitForAsync(Server, KnownResourceStates.Running);
        await using var app = await ContainerApp.StartAsync(engine, builder =>
        {
            var server = AddServer(builder, engine).GetEndpoint("tcp");
            Shell(builder, engine, Client, PingForever)
                .WithEnvironment("SERVER_HOST", ReferenceExpression.Create($"{server.Property(EndpointProperty.Host)}"))
                .WithEnvironment("SERVER_PORT", ReferenceExpression.Create($"{server.Property(EndpointProperty.Port)}"));
        });
        var client = await app.WaitForAsync(Client, KnownResourceStates.Running);
        await app.WaitForLineAsync(client, "PONG");

        await beside.StopAsync();

        Assert.Equal(["PONG"], await engine.ListAsync("exec", client, "redis-cli", "-h", $"{Server}.dev.internal", "ping"));
    }

    [Fact]
    public async Task A_restarted_container_keeps_the_port_on_which_processes_reach_it()
    {
        var engine = await ContainerEngine.FindAsync();
        EndpointReference endpoint = null!;
        await using var app = await ContainerApp.StartAsync(engine, builder => endpoint = AddServer(builder, engine).GetEndpoint("tcp"));
        var instance = await app.WaitForAsync(Server, KnownResourceStates.Running);
        var port = endpoint.Port;
        await ContainerApp.PingAsync(port);
        var before = await engine.ListAsync("inspect", "--format", "{{.Id}}", instance);

        await app.ExecuteAsync(instance, KnownResourceCommands.RestartCommand);

        await app.WaitForAsync(Server, KnownResourceStates.Running);
        await ContainerApp.PingAsync(port);
        Assert.NotEqual(before, await engine.ListAsync("inspect", "--format", "{{.Id}}", instance));
    }

    [Fact]
    public async Task A_container_without_an_image_fails_alone_and_its_log_has_the_reason()
    {
        var engine = await ContainerEngine.FindAsync();
        await using var app = await ContainerApp.StartAsync(engine, builder =>
        {
            AddServer(builder, engine);

            // A registry on this machine that nobody runs.
            builder.AddContainer("broken", "localhost:1/no-such-image", "none");
        });

        var broken = await app.WaitForAsync("broken", KnownResourceStates.FailedToStart);

        await app.WaitForLineAsync(broken, "no-such-image");
        await app.WaitForAsync(Server, KnownResourceStates.Running);
    }

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("trap '' TERM; while :; do sleep 1; done")]
    public async Task Nothing_is_left_when_an_app_has_stopped_whatever_its_containers_do_about_the_signal(string script)
    {
        var engine = await ContainerEngine.FindAsync();
        await using var app = await ContainerApp.StartAsync(engine, builder => Shell(builder, engine, Client, script).WithVolume("/anonymous"));
        var instance = await app.WaitForAsync(Client, KnownResourceStates.Running);
        var networks = await engine.ListAsync("inspect", "--format", "{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}", instance);
        var volumes = await engine.ListAsync("inspect", "--format", "{{range .Mounts}}{{println .Name}}{{end}}", instance);
        Assert.NotEmpty(networks);

        await app.StopAsync();

        Assert.Empty(await engine.ListAsync("ps", "--all", "--quiet", "--filter", $"name={instance}"));
        Assert.Empty((await engine.ListAsync("network", "ls", "--format", "{{.Name}}")).Intersect(networks));
        Assert.Empty((await engine.ListAsync("volume", "ls", "--quiet")).Intersect(volumes));
    }

    private static IResourceBuilder<ContainerResource> AddServer(IDistributedApplicationBuilder builder, ContainerEngine engine) =>
        Shell(builder, engine, Server, "exec redis-server --save '' --protected-mode no").WithEndpoint(targetPort: 6379, name: "tcp");

    private static IResourceBuilder<ContainerResource> Shell(IDistributedApplicationBuilder builder, ContainerEngine engine, string name, string script)
    {
        var colon = engine.Image.LastIndexOf(':');
        return builder.AddContainer(name, engine.Image[..colon], engine.Image[(colon + 1)..]).WithEntrypoint("/bin/sh").WithArgs("-c", script);
    }
}
