using StackExchange.Redis;
using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Redis;

public sealed class RedisScriptTests
{
    private const string Password = "a\"b\\c $x'y";

    private readonly int _port = FreePort.Take();

    private ConfigurationOptions Options => new() { EndPoints = { { "127.0.0.1", _port } }, Password = Password };

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Keys_and_scripts_work_with_the_password(string server)
    {
        await using Command script = await StartAsync(server);
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(Options);

        IDatabase database = connection.GetDatabase();
        await database.StringSetAsync("key", "value");

        Assert.Equal("value", (string?)await database.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", ["key"]));
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Another_password_is_refused(string server)
    {
        await using Command script = await StartAsync(server);
        ConfigurationOptions options = Options;
        options.Password = "wrong";
        options.ConnectRetry = 1;

        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync(options));
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Sigterm_ends_the_server_itself(string server)
    {
        await using Command script = await StartAsync(server);

        await script.SignalAsync("TERM");

        Assert.Contains(await script.WaitForExitAsync(), new[] { 0, 128 + 15 });
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task The_password_is_in_no_command_line(string server)
    {
        await using Command script = await StartAsync(server);

        (_, string processes) = await Command.RunAsync("ps", ["-A", "-ww", "-o", "args"]);

        Assert.DoesNotContain(Password, processes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        (int exitCode, string output) = await Command.RunAsync(Script, [$"{_port}", "/nowhere/redis-server"], Environment);

        Assert.Equal(1, exitCode);
        Assert.Contains("there is no /nowhere/redis-server", output, StringComparison.Ordinal);
    }

    private static string Script => Path.Combine(Repository.Root, "VoiceAssist.AppHost/Infrastructure/redis.sh");

    private static Dictionary<string, string?> Environment => new() { ["REDIS_PASSWORD"] = Password };

    private async Task<Command> StartAsync(string server)
    {
        string path = server;
        if (server == "garnet")
        {
            path = AcquiredRuntime.GarnetServer;
        }
        else
        {
            (int exitCode, _) = await Command.RunAsync("/bin/sh", ["-c", $"command -v {server}"]);
            Assert.SkipUnless(exitCode == 0, $"{server} is not installed.");
        }

        Command script = Command.Start(Script, [$"{_port}", path], Environment);
        try
        {
            await script.WaitForOutputAsync("Ready to accept connections");
            return script;
        }
        catch
        {
            await script.DisposeAsync();
            throw;
        }
    }
}
