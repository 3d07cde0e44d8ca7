using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace VoiceAssist.Worker.Tests.Images;

/// <summary>What goes into the images of gateway and worker, checked without building one.</summary>
public class ImageTests
{
    private const string Gateway = "VoiceAssist.Gateway";
    private const string Worker = "VoiceAssist.Worker";
    private const string Cli = "VoiceAssist.Cli";

    /// <summary>What Ubuntu 24.04 (noble) calls them; in Debian 12 their names are the same.</summary>
    private static readonly string[] SpeechPackages = ["espeak-ng", "flite", "libpocketsphinx3", "libsamplerate0", "pocketsphinx-en-us"];

    public static TheoryData<string, string> Manifests =>
        new(from project in new[] { Gateway, Worker } from environment in new[] { "dev", "staging", "prod" } select (project, environment));

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task Name_tag_user_and_port_are_those_of_the_manifests(string project, string environment)
    {
        var workload = Workload.Of(project);
        var pod = workload.Pod(environment);
        var container = (YamlMappingNode)pod["containers"][0];
        var properties = await workload.PropertiesAsync("ContainerRepository", "ContainerImageTags");
        var (name, tag) = Split((string)container["image"]!);

        Assert.Equal(properties.GetProperty("ContainerRepository").GetString(), name);
        Assert.Contains(tag, properties.GetProperty("ContainerImageTags").GetString()!.Split(';'));
        Assert.Equal($"{pod["securityContext"]["runAsUser"]}:{pod["securityContext"]["runAsGroup"]}", workload.Dockerfile.Single("USER"));
        Assert.Equal((string?)container["ports"][0]["containerPort"], workload.Dockerfile.Single("EXPOSE"));
        Assert.Equal($"ASPNETCORE_HTTP_PORTS={container["ports"][0]["containerPort"]}", workload.Dockerfile.Single("ENV"));
        Assert.Equal("true", (string?)container["securityContext"]["readOnlyRootFilesystem"]);
    }

    [Theory]
    [InlineData(Gateway)]
    [InlineData(Worker)]
    [InlineData(Cli)]
    public async Task The_base_is_the_same_in_both_ways_of_building_and_pinned_by_digest(string project)
    {
        var workload = Workload.Of(project);
        var properties = await workload.PropertiesAsync("ContainerBaseImage", "ContainerRepository");

        Assert.Equal(properties.GetProperty("ContainerBaseImage").GetString(), workload.Dockerfile.Single("FROM"));
        Assert.Matches("^mcr\\.microsoft\\.com/dotnet/aspnet:10\\.0-noble@sha256:[0-9a-f]{64}$", workload.Dockerfile.Single("FROM"));
    }

    [Theory]
    [InlineData(Gateway)]
    [InlineData(Worker)]
    [InlineData(Cli)]
    public async Task Whatever_is_copied_and_started_is_in_the_publish_output(string project)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the program that stands for docker is a shell script");
            return;
        }

        var workload = Workload.Of(project);
        var folder = Directory.CreateTempSubdirectory("voiceassist-");
        try
        {
            // Stands for docker: writes down how it was called.
            var tool = Path.Combine(folder.FullName, "tool");
            await File.WriteAllTextAsync(tool, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.arguments\"\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await workload.BuildImageAsync(tool);
            var arguments = await File.ReadAllLinesAsync($"{tool}.arguments", TestContext.Current.CancellationToken);

            Assert.Equal(["build", "--file", Path.Combine(Path.GetDirectoryName(workload.ProjectFile)!, "Dockerfile"), "--tag"], arguments[..4]);
            Assert.Contains(":latest", arguments[6], StringComparison.Ordinal);
            var context = arguments[^1];
            foreach (var source in workload.Dockerfile.Of("COPY").Select(copy => copy.Split(' ')[0]))
            {
                Assert.True(Path.Exists(Path.Combine(context, source)), $"COPY {source}: not in the publish output");
            }

            var entry = Regex.Match(workload.Dockerfile.Single("ENTRYPOINT"), "^\\[\"dotnet\", \"([^\"]+)\"\\]$").Groups[1].Value;
            Assert.True(File.Exists(Path.Combine(context, entry)), $"ENTRYPOINT {entry}: not in the publish output");
            Assert.DoesNotContain(Directory.EnumerateFiles(context, "*", SearchOption.AllDirectories),
                file => file.EndsWith(".env", StringComparison.Ordinal) || file.EndsWith("secrets.json", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_command_is_pushed_beside_the_gateway_and_runs_as_the_user_of_its_Job()
    {
        var (gateway, cli) = (await Workload.Gateway.PropertiesAsync("ContainerRepository", "ContainerImageTags"), await Workload.Cli.PropertiesAsync("ContainerRepository", "ContainerImageTags"));

        Assert.Equal(gateway.GetProperty("ContainerRepository").GetString()!.Split('/')[0] + "/cli", cli.GetProperty("ContainerRepository").GetString());
        Assert.Equal(gateway.GetProperty("ContainerImageTags").GetString(), cli.GetProperty("ContainerImageTags").GetString());
        Assert.Equal("1654:1654", Workload.Cli.Dockerfile.Single("USER"));
    }

    [Fact]
    public void Only_the_worker_has_the_speech_packages()
    {
        Assert.Equal(SpeechPackages, Workload.Worker.Dockerfile.Packages);
        Assert.Empty(Workload.Gateway.Dockerfile.Packages.Concat(Workload.Cli.Dockerfile.Packages));
    }

    [Fact]
    public async Task Every_package_exists()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/apt-cache"), "apt-cache is not here");
        using var process = Process.Start(new ProcessStartInfo("apt-cache", ["pkgnames"]) { RedirectStandardOutput = true })!;
        var known = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n').ToHashSet(StringComparer.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(known.Contains("espeak-ng-data") || known.Contains("bash"), "apt has no package lists here");

        Assert.All(SpeechPackages, package => Assert.Contains(package, known));
    }

    private static (string Name, string Tag) Split(string image) => (image.Split(':')[0], image.Split(':')[1]);
}
