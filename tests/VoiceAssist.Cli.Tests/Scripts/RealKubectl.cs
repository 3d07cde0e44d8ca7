namespace VoiceAssist.Cli.Tests.Scripts;

/// <summary>The real kubectl: the one named by KUBECTL, or the one on PATH.</summary>
internal static class RealKubectl
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("KUBECTL") is { Length: > 0 } path ? path : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, "kubectl")).FirstOrDefault(File.Exists);

    /// <summary>What a shell needs so that it works on a cluster of the tests. Without kubectl the test is skipped.</summary>
    public static IReadOnlyDictionary<string, string?> Variables(KubernetesApi cluster)
    {
        Assert.SkipWhen(Program is null, "kubectl is not installed");
        var folder = Path.GetDirectoryName(cluster.Kubeconfig)!;
        var shim = Path.Combine(folder, "kubectl");
        if (!File.Exists(shim))
        {
            File.CreateSymbolicLink(shim, Path.Combine(Repository.Root, "tests", "VoiceAssist.Cli.Tests", "Scripts", "kubectl-without-schema.sh"));
        }

        return new Dictionary<string, string?>
        {
            ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}",
            ["KUBECTL"] = Program,
            ["KUBECONFIG"] = cluster.Kubeconfig,
            ["VOICEASSIST_KUBECTL_ONLY"] = "1",
            ["HOME"] = folder,
        };
    }
}
