namespace VoiceAssist.Cli.Tests.Support;

/// <summary>What a run of the command gave.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    /// <summary>Runs the command against a cluster, with the published tree of this repository.</summary>
    public static Task<CliRun> OnAsync(KubernetesApi cluster, string command, Action<Dictionary<string, string?>>? variables = null, string? answers = null, TimeProvider? time = null, CancellationToken cancel = default) =>
        OnAsync(cluster, command.Split(' ', StringSplitOptions.RemoveEmptyEntries), variables, answers, time, folder: null, cancel);

    /// <summary>As before, with words that may hold spaces, and in another folder than that of this repository.</summary>
    public static async Task<CliRun> OnAsync(
        KubernetesApi cluster, string[] words, Action<Dictionary<string, string?>>? variables = null, string? answers = null, TimeProvider? time = null, string? folder = null, CancellationToken cancel = default)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["KUBECONFIG"] = cluster.Kubeconfig, ["XDG_CONFIG_HOME"] = Path.GetDirectoryName(cluster.Kubeconfig) };
        variables?.Invoke(environment);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var around = new Surroundings
        {
            Output = output,
            Error = error,
            Input = new StringReader(answers ?? ""),
            IsInteractive = answers is not null,
            Variable = environment.GetValueOrDefault,
            Folder = folder ?? Repository.Root,
            Time = time ?? TimeProvider.System,
            RetryPause = TimeSpan.FromMilliseconds(1),
            PollEvery = time is FastClock ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(5),
        };
        var code = await CommandLine.RunAsync(words, around, cancel);
        return new(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
