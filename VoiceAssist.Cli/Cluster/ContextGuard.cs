using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Nothing is changed in production through a context that was neither named nor confirmed once.</summary>
internal sealed class ContextGuard(Surroundings around)
{
    private static readonly string[] Production = ["prod", "production"];

    private string RememberedPath => Path.Combine(
        around.Variable("XDG_CONFIG_HOME") is { Length: > 0 } given ? given : Path.Combine(around.Variable("HOME") ?? around.Variable("APPDATA") ?? ".", ".config"),
        "voiceassist",
        "confirmed-contexts");

    /// <exception cref="UsageException">The context must be named, since nobody is there to confirm it.</exception>
    /// <exception cref="FailureException">It was not confirmed.</exception>
    public async Task PassAsync(string environment, ClusterTarget target, CancellationToken cancel)
    {
        // With its address: a context of the same name may point elsewhere tomorrow.
        var entry = $"{environment}\t{target.Context}\t{target.Server}";
        if (!Production.Contains(environment) || target.IsNamed || Remembered().Contains(entry))
        {
            return;
        }

        var answer = await Question.AskAsync(
            $"'{environment}' has never been changed through context '{target.Context}' ({target.Server}). Type the context's name to confirm it once: ",
            $"{environment}: the context must be named, with --context {target.Context} for {target.Server}, or confirmed once in a terminal.",
            around,
            cancel);
        if (answer != target.Context)
        {
            throw new FailureException("Not confirmed; nothing was changed.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(RememberedPath)!);
        await File.AppendAllLinesAsync(RememberedPath, [entry], cancel);
    }

    private string[] Remembered() => File.Exists(RememberedPath) ? File.ReadAllLines(RememberedPath) : [];
}
