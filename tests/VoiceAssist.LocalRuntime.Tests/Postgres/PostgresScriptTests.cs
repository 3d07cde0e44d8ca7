using System.Diagnostics;
using Npgsql;
using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Postgres;

public sealed class PostgresScriptTests : IDisposable
{
    private const string Recovered = "was not properly shut down";

    private readonly TemporaryDirectory _directory = new();

    private string Data => _directory.Combine("postgres", "data");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_first_start_creates_the_database_and_the_password()
    {
        await using PostgresServer server = await PostgresServer.StartAsync(Data);

        Assert.Equal("voiceassist UTF8 scram-sha-256 on", await server.QueryAsync(
            "select current_database() || ' ' || current_setting('server_encoding') || ' ' || current_setting('password_encryption') || ' ' || current_setting('fsync')"));
    }

    [Fact]
    public async Task Another_password_is_refused()
    {
        await using PostgresServer server = await PostgresServer.StartAsync(Data);

        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => server.QueryAsync("select 1", password: "wrong"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
    }

    [Fact]
    public async Task Data_survives_a_restart()
    {
        await using (PostgresServer first = await PostgresServer.StartAsync(Data))
        {
            await first.QueryAsync("create table kept as select 42 as value");
        }

        await using PostgresServer second = await PostgresServer.StartAsync(Data);
        Assert.Equal(42, await second.QueryAsync("select value from kept"));
    }

    [Fact]
    public async Task Sigterm_cuts_off_sessions_and_shuts_down_cleanly()
    {
        await using (PostgresServer first = await PostgresServer.StartAsync(Data))
        {
            await using NpgsqlConnection session = await first.ConnectAsync();
            Assert.Equal(0, await first.StopAsync());
            Assert.Contains("database system is shut down", first.Log, StringComparison.Ordinal);
        }

        await using PostgresServer second = await PostgresServer.StartAsync(Data);
        Assert.DoesNotContain(Recovered, second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postgres_does_not_outlive_a_killed_script_and_is_shut_down_cleanly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a process that its parent is gone.");
        await using (PostgresServer first = await PostgresServer.StartAsync(Data))
        {
            using Process postgres = Process.GetProcessById(first.ServerId);
            await first.Script.SignalAsync("KILL");
            await postgres.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }

        await using PostgresServer second = await PostgresServer.StartAsync(Data);
        Assert.DoesNotContain(Recovered, second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_of_postgres_ends_the_script_and_the_next_start_recovers()
    {
        await using (PostgresServer first = await PostgresServer.StartAsync(Data))
        {
            await first.QueryAsync("create table kept as select 42 as value");
            await Command.SignalAsync("KILL", first.ServerId);
            Assert.NotEqual(0, await first.Script.WaitForExitAsync());
        }

        await using PostgresServer second = await PostgresServer.StartAsync(Data);
        Assert.Contains(Recovered, second.Log, StringComparison.Ordinal);
        Assert.Equal(42, await second.QueryAsync("select value from kept"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_leaves_no_half_cluster()
    {
        Directory.CreateDirectory(_directory.Combine("postgres"));
        using FileSystemWatcher watcher = new(_directory.Combine("postgres"));
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await using (PostgresServer killed = PostgresServer.Launch(Data))
        {
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await killed.Script.SignalAsync("KILL");
            await killed.Script.WaitForExitAsync();
        }

        Assert.False(Directory.Exists(Data));
        await using PostgresServer next = await PostgresServer.StartAsync(Data);
        Assert.Equal(1, await next.QueryAsync("select 1"));
    }

    [Fact]
    public async Task A_password_that_was_reset_is_applied_to_the_existing_data()
    {
        await using (PostgresServer first = await PostgresServer.StartAsync(Data))
        {
            await first.QueryAsync("create table kept as select 42 as value");
        }

        await using PostgresServer second = await PostgresServer.StartAsync(Data, password: "another");
        Assert.Equal(42, await second.QueryAsync("select value from kept", password: "another"));
        await Assert.ThrowsAsync<PostgresException>(() => second.QueryAsync("select 1"));
    }

    [Fact]
    public async Task The_password_is_in_no_command_line_and_not_in_the_log()
    {
        await using PostgresServer server = await PostgresServer.StartAsync(Data, password: "unmistakable");

        (_, string processes) = await Command.RunAsync("ps", ["-A", "-ww", "-o", "args"]);
        Assert.Contains(Data, processes, StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable", processes, StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_major_version_is_an_error_that_names_both()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "PG_VERSION"), "15\n");

        await using PostgresServer server = PostgresServer.Launch(Data);

        Assert.Equal(1, await server.Script.WaitForExitAsync());
        Assert.Contains("DATA was written by PostgreSQL 15 and this is PostgreSQL 18", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "thesis.txt"), "mine");

        await using PostgresServer server = PostgresServer.Launch(Data);

        Assert.Equal(1, await server.Script.WaitForExitAsync());
        Assert.Contains($"DATA is not empty and no Postgres cluster: {Data}", server.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Data, "thesis.txt")));
    }

    [Fact]
    public async Task Run_by_root_a_closed_parent_folder_is_named()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts Postgres as another user.");
        string closed = Directory.CreateDirectory(_directory.Combine("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

        await using PostgresServer server = PostgresServer.Launch(Path.Combine(closed, "postgres", "data"));

        Assert.Equal(1, await server.Script.WaitForExitAsync());
        Assert.Contains($"{closed} is closed to that user", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_password_is_an_error()
    {
        await using PostgresServer server = PostgresServer.Launch(Data, password: "");

        Assert.Equal(1, await server.Script.WaitForExitAsync());
        Assert.Contains("POSTGRES_PASSWORD is empty", server.Log, StringComparison.Ordinal);
    }
}
