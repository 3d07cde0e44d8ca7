using System.Runtime.Versioning;
using VoiceAssist.Cli.Tests.Scripts;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>The command's image is built as README.md says; the program that stands for docker writes down how it was called.</summary>
[Collection("scripts")]
[UnsupportedOSPlatform("windows")]
public sealed class ReadmeImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-image").FullName;

    public ReadmeImageTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the README's shell is bash");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_image_of_the_command_is_built_from_what_was_compiled_ahead_of_time()
    {
        var docker = Path.Combine(_folder, "docker");
        await File.WriteAllTextAsync(docker, "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$0.arguments\"\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(docker, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var command = Assert.Single(ReadmeCommands.Of("dotnet publish VoiceAssist.Cli "));

        // Beside this checkout's own output.
        var run = await Script.RunAsync("bash", ["-c", $"cd '{Repository.Root}' && {command} --artifacts-path '{_folder}/out'"], new Dictionary<string, string?>
        {
            ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        });

        Assert.True(run.Code == 0, run.Output + run.Error);
        var arguments = await File.ReadAllLinesAsync($"{docker}.arguments", TestContext.Current.CancellationToken);
        Assert.Equal(["build", "--file", Path.Combine(Repository.Root, "VoiceAssist.Cli", "Dockerfile"), "--tag"], arguments[..4]);
        var program = new FileInfo(Path.Combine(arguments[^1], "voiceassist.dll"));
        Assert.StartsWith(_folder, program.FullName, StringComparison.Ordinal);

        // As compiled for any machine it is a third of that.
        Assert.True(program.Length > 2 * new FileInfo(typeof(CommandLine).Assembly.Location).Length, $"{program.Length} bytes");
    }
}
