using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Strict;

/// <summary>The schemas of the npm package <c>kubernetes-models</c>, installed once per lock file into the user's cache.</summary>
internal static class KubernetesModels
{
    /// <summary>A registry that is slower than this is taken for one that is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Strict", "Models");

    private static readonly Lazy<Task<(string Directory, string? Missing)>> Installed = new(InstallAsync);

    /// <summary>Validates YAML documents; skips the test where Node.js or the package cannot be had.</summary>
    /// <returns>A line per error.</returns>
    public static async Task<IReadOnlyList<string>> ValidateAsync(string documents)
    {
        var (directory, missing) = await Installed.Value;
        if (missing is not null)
        {
            Assert.Skip(missing);
        }

        var (exitCode, output, errors) = await RunAsync(directory, "node", ["validate.mjs"], documents);
        Assert.True(exitCode == 0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<(string Directory, string? Missing)> InstallAsync()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var files = Directory.GetFiles(Source).Order(StringComparer.Ordinal).ToArray();
        var version = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(File.ReadAllBytes)]))[..16];
        var directory = Path.Combine(cache, "voiceassist", "tests", $"kubernetes-models-{version}");
        if (Directory.Exists(directory))
        {
            return (directory, null);
        }

        // Complete or not there: another test run may install it at the same time.
        var unfinished = $"{directory}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            foreach (var file in files)
            {
                File.Copy(file, Path.Combine(unfinished, Path.GetFileName(file)));
            }

            var (exitCode, _, errors) = await RunAsync(unfinished, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], "");
            if (exitCode != 0)
            {
                return (directory, $"npm cannot install kubernetes-models: {errors.Trim()}");
            }

            Directory.Move(unfinished, directory);
        }
        catch (Win32Exception)
        {
            return (directory, "Node.js is not installed (node and npm on PATH)");
        }
        catch (OperationCanceledException)
        {
            return (directory, $"npm has not installed kubernetes-models within {Patience.TotalMinutes} minutes");
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            // The other one was first.
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }

        return (directory, null);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string directory, string program, string[] arguments, string input)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
