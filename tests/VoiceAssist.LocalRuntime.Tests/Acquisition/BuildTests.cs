using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Acquisition;

public sealed class BuildTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Assembly => _directory.Combine("bin", "Debug", "net10.0", "App.dll");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Without_node_the_build_succeeds_with_one_warning_even_where_warnings_are_errors()
    {
        WriteProject();

        (int exitCode, string output) = await BuildAsync(_directory.Combine("empty-cache"), node: "exit 127");

        Assert.True(exitCode == 0, output);
        Assert.Single(output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("warning VA0001", StringComparison.Ordinal)).Distinct());
        Assert.DoesNotContain("error", output, StringComparison.Ordinal);
        Assert.DoesNotContain("embeddedpostgresdir", await AssemblyTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_cached_is_stamped_and_starts_no_process_and_a_second_build_compiles_nothing()
    {
        WriteProject();
        string cache = FillCache();

        (int exitCode, string output) = await BuildAsync(cache, node: $"touch '{_directory.Combine("node-ran")}'");
        DateTime compiled = File.GetLastWriteTimeUtc(Assembly);
        await BuildAsync(cache, node: $"touch '{_directory.Combine("node-ran")}'");

        Assert.True(exitCode == 0, output);
        Assert.False(File.Exists(_directory.Combine("node-ran")));
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(Assembly));
        string text = await AssemblyTextAsync();
        Assert.All(["dcpclipath", "aspiredashboardpath", "embeddedpostgresdir", "garnetserverpath", cache], key => Assert.Contains(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switched_off_it_acquires_nothing_and_warns_of_nothing()
    {
        WriteProject();

        (int exitCode, string output) = await BuildAsync(_directory.Combine("empty-cache"), node: $"touch '{_directory.Combine("node-ran")}'", "-p:AcquireLocalRuntime=false");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("VA0001", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory.Combine("node-ran")));
    }

    private async Task<(int ExitCode, string Output)> BuildAsync(string cache, string node, params string[] more)
    {
        string programs = Directory.CreateDirectory(_directory.Combine("programs")).FullName;
        string fake = Path.Combine(programs, "node");
        await File.WriteAllTextAsync(fake, $"#!/bin/sh\n{node}\n");
        File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return await Command.RunAsync("dotnet", ["build", _directory.Combine("App.csproj"), "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more], new Dictionary<string, string?>
        {
            ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}",
            ["VOICEASSIST_CACHE"] = cache,
            ["HOME"] = _directory.Path,
            ["NUGET_PACKAGES"] = _directory.Combine("packages"),
            ["ASPIRE_DCP_PATH"] = null,
            ["ASPIRE_DASHBOARD_PATH"] = null,
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        });
    }

    private void WriteProject()
    {
        File.WriteAllText(_directory.Combine("App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
                <UsesLocalRuntime>true</UsesLocalRuntime>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(_directory.Combine("Directory.Build.targets"), $"""<Project><Import Project="{Path.Combine(Repository.Root, "eng/LocalRuntime.targets")}" /></Project>""");
        File.WriteAllText(_directory.Combine("App.cs"), "public sealed class App;");
    }

    private string FillCache()
    {
        string cache = _directory.Combine("cache");
        foreach (string path in (string[])["aspire-13.5.4-linux-x64/dcp/dcp", "aspire-13.5.4-linux-x64/managed/aspire-managed", "postgres-18.4.0-beta.17-linux-x64/bin/postgres", "garnet-2.2.8-linux-x64/GarnetServer"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(cache, path))!);
            File.WriteAllText(Path.Combine(cache, path), "");
        }

        return cache;
    }

    private Task<string> AssemblyTextAsync() => File.ReadAllTextAsync(Assembly, System.Text.Encoding.Latin1);
}
