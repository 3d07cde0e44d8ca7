using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace VoiceAssist.Worker.Tests.Images;

/// <summary>A project that becomes an image, and the container that the manifests make of it.</summary>
/// <param name="Project">Name of the project and its folder.</param>
/// <param name="Deployment">Name of the Deployment; null: none.</param>
internal sealed record Workload(string Project, string? Deployment)
{
    public static readonly Workload Gateway = new("VoiceAssist.Gateway", "voiceassist-server");
    public static readonly Workload Worker = new("VoiceAssist.Worker", "voiceassist-worker");

    /// <summary>The command, which a load test runs beside the gateway.</summary>
    public static readonly Workload Cli = new("VoiceAssist.Cli", null);

    public static Workload Of(string project) => new[] { Gateway, Worker, Cli }.Single(workload => workload.Project == project);

    private static string Repository { get; } = typeof(Workload).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "repository").Value!;

    private static string Configuration { get; } = typeof(Workload).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public string ProjectFile => Path.Combine(Repository, Project, $"{Project}.csproj");

    public Dockerfile Dockerfile => Dockerfile.Read(Path.Combine(Repository, Project, "Dockerfile"));

    /// <returns>Properties of the project, as every build has them.</returns>
    public async Task<JsonElement> PropertiesAsync(params string[] names)
    {
        var output = await DotnetAsync("msbuild", ProjectFile, $"-getProperty:{string.Join(',', names)}", "-nologo");
        return JsonDocument.Parse(output).RootElement.GetProperty("Properties");
    }

    /// <summary>Publishes what is built and has the image built by a program of the test's.</summary>
    public Task BuildImageAsync(string tool) =>
        DotnetAsync("publish", ProjectFile, "-t:BuildImage", "-c", Configuration, "-p:NoBuild=true", $"-p:ContainerTool={tool}", "-v", "quiet", "--nologo");

    /// <returns>The pod of the Deployment in the manifests of an environment.</returns>
    public YamlMappingNode Pod(string environment)
    {
        using var file = File.OpenText(Path.Combine(Repository, "k8s", "performance", "rendered", $"{environment}.yaml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        var deployment = yaml.Documents.Select(document => (YamlMappingNode)document.RootNode)
            .Single(node => (string?)node["kind"] == "Deployment" && (string?)node["metadata"]["name"] == Deployment);
        return (YamlMappingNode)deployment["spec"]["template"]["spec"];
    }

    private static async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
