using System.CommandLine;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Verify;

/// <summary><c>voiceassist verify</c>: whether the cluster is what the manifests promise.</summary>
internal static class VerifyCommand
{
    private const string Description = """
        Checks every promise of an environment, or of manifests of your own, on the live cluster: objects and drift, rollouts, probes,
        security contexts, autoscalers with their targets, conditions and fresh metrics, disruption budgets, recommendations, quota at the peak.

        Examples:
          voiceassist verify prod
          voiceassist verify prod --junit verify.xml --json
          voiceassist verify -f manifests/ --context staging

        Ends with 0 when everything holds, 1 when something does not.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.OptionalEnvironmentArgument();
        var files = new Option<string?>("--filename", "-f") { Description = "Manifests of your own: a file or a folder.", HelpName = "PATH" };
        var junit = new Option<string?>("--junit") { Description = "Also write the results as JUnit XML.", HelpName = "FILE" };
        var command = new Command("verify", Description) { environment, files, junit, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var wanted = Wanted(parsed.GetValue(environment), parsed.GetValue(files), parsed.GetValue(PublishedTree.FolderOption), arguments.Namespace, around);
            using var cluster = await arguments.ConnectAsync(around, cancel);
            var verification = await Verification.RunAsync(cluster, wanted.Subject, wanted.ObjectsIn(arguments.Namespace ?? cluster.Target.Namespace), wanted.ScrapeInterval, around.Time, cancel);
            if (parsed.GetValue(junit) is { } path)
            {
                JUnitFile.Write(verification, Path.GetFullPath(path, around.Folder));
            }

            Print(verification, OutputForm.IsJson(parsed), around);
            return verification.Holds ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    /// <summary>Prints a verification.</summary>
    public static void Print(Verification verification, bool asJson, Surroundings around)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(verification));
            return;
        }

        var terminal = new Terminal(around);
        terminal.Table(VerificationTable.Of(verification));
        terminal.Line($"{verification.Subject} on {verification.Context}: {verification.Summary}.", verification.Holds ? Tone.Good : Tone.Bad);
    }

    private static WantedObjects Wanted(string? environment, string? files, string? tree, string? space, Surroundings around) => (environment, files) switch
    {
        ({ } name, null) => WantedObjects.Of(PublishedTree.Read(name, tree, around).In(space)),
        (null, { } path) => new(path, ManifestFiles.Read(path, around.Folder), TimeSpan.Zero),
        _ => throw new UsageException("Give either an environment or -f PATH, for example 'verify prod' or 'verify -f manifests/'."),
    };
}
