using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>How a project is started: its built program where the app host's build named one, else <c>dotnet run</c>.</summary>
/// <param name="Path">The program.</param>
/// <param name="Arguments">The arguments before the model's own.</param>
internal sealed record ProjectCommand(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>The .NET installation that runs this process; built programs look for it in DOTNET_ROOT.</summary>
    public static string? DotnetRoot { get; } = FindDotnetRoot();

    private static string Dotnet => DotnetRoot is null ? "dotnet" : System.IO.Path.Combine(DotnetRoot, "dotnet" + ExecutableSuffix);

    private static string ExecutableSuffix => OperatingSystem.IsWindows() ? ".exe" : "";

    /// <exception cref="DistributedApplicationException">The project, or its output, does not exist.</exception>
    public static ProjectCommand For(ProjectResource project, System.Reflection.Assembly? appHost)
    {
        var path = project.GetProjectMetadata().ProjectPath;
        if (!File.Exists(path))
        {
            throw new DistributedApplicationException($"The project of resource '{project.Name}' was not found: '{path}'.");
        }

        if (ProjectOutput.Find(appHost, path) is not { } assembly)
        {
            return new(Dotnet, ["run", "--project", path, "--no-build", "--no-launch-profile", "--"]);
        }

        var program = System.IO.Path.ChangeExtension(assembly, null) + ExecutableSuffix;
        return File.Exists(program) ? new(program, [])
            : File.Exists(assembly) ? new(Dotnet, ["exec", assembly])
            : throw new DistributedApplicationException($"The project of resource '{project.Name}' is not built: there is no '{assembly}'. Build it: dotnet build \"{path}\".");
    }

    private static string? FindDotnetRoot()
    {
        // shared/Microsoft.NETCore.App/VERSION/ below the installation.
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return File.Exists(System.IO.Path.Combine(root, "dotnet" + ExecutableSuffix)) ? root : null;
    }
}
