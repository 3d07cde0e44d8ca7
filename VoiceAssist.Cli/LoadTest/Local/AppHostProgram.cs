using System.Diagnostics;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.LoadTest.Local;

/// <summary>Finds the app host's program, and builds it where only the project is there.</summary>
internal static class AppHostProgram
{
    private const string Project = "VoiceAssist.AppHost/VoiceAssist.AppHost.csproj";

    /// <param name="given">A built program, or a project or its folder; null: the project here or in a folder above.</param>
    /// <param name="around">Where to look, and whom to tell.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The program and its first arguments.</returns>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="FailureException">It does not build.</exception>
    public static async Task<(string File, IReadOnlyList<string> Arguments)> FindAsync(string? given, Surroundings around, CancellationToken cancel)
    {
        var path = given is null ? Above(around.Folder) : Path.GetFullPath(given, around.Folder);
        if (path is not null && Directory.Exists(path))
        {
            path = Directory.GetFiles(path, "*.csproj") is [var only] ? only : null;
        }

        if (path is null || !File.Exists(path))
        {
            throw new UsageException(given is null
                ? $"No app host: there is no {Project} here or above. Name one with --app-host, or a running one with --url."
                : $"--app-host: '{given}' is neither a program nor a project.");
        }

        return Path.GetExtension(path) switch
        {
            ".csproj" => await BuildAsync(path, around, cancel),
            ".dll" => ("dotnet", [path]),
            _ => (path, []),
        };
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, Project) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static async Task<(string, IReadOnlyList<string>)> BuildAsync(string project, Surroundings around, CancellationToken cancel)
    {
        new Terminal(around).Line($"Building {Path.GetFileNameWithoutExtension(project)} ...", Tone.Quiet);
        var (built, output) = await DotnetAsync(["build", project, "--nologo", "-v", "q", "-nodeReuse:false"], cancel);
        if (built != 0)
        {
            throw new FailureException($"{project} does not build:\n{output}");
        }

        var (found, program) = await DotnetAsync(["msbuild", project, "-getProperty:RunCommand"], cancel);
        return found == 0 && File.Exists(program.Trim()) ? (program.Trim(), []) : throw new FailureException($"{project}: its program was not found:\n{program}");
    }

    private static async Task<(int Code, string Output)> DotnetAsync(string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
