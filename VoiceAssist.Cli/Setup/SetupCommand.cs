using System.CommandLine;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Rollback;
using VoiceAssist.Cli.Verify;

namespace VoiceAssist.Cli.Setup;

/// <summary><c>voiceassist setup</c>: brings an environment of the published tree onto a cluster.</summary>
internal static class SetupCommand
{
    private const string Description = """
        Brings an environment onto a cluster: checks prerequisites and rights, shows what would change, asks, applies (server-side, as field manager
        'voiceassist'), waits until everything is rolled out, and verifies. A second run changes nothing. What it changes is recorded for 'rollback'.

        Examples:
          voiceassist setup dev
          voiceassist setup prod --dry-run
          voiceassist setup prod --context prod-eu --yes

        Ends with 0, 1 when something failed or does not hold, 2 on wrong usage and 130 when interrupted.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var yes = new Option<bool>("--yes", "-y") { Description = "Ask nothing." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would change." };
        var force = new Option<bool>("--force") { Description = "Take fields over that others manage." };
        var metrics = new Option<bool>("--with-metrics-server") { Description = "Install Metrics Server into kube-system where nothing serves its API." };
        var undo = new Option<bool>("--rollback-on-failure") { Description = "Roll back without asking when something fails." };
        var wait = new Option<string>("--wait") { Description = "How long the rollouts may take; 0s does not wait.", DefaultValueFactory = _ => "10m", HelpName = "TIME" };
        var command = new Command("setup", Description) { environment, yes, dryRun, force, metrics, undo, wait, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var options = new SetupOptions
            {
                Yes = parsed.GetValue(yes),
                DryRun = parsed.GetValue(dryRun),
                Force = parsed.GetValue(force),
                WithMetricsServer = parsed.GetValue(metrics),
                Wait = ParseWait(parsed.GetRequiredValue(wait)),
            };
            var published = PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around).In(arguments.Namespace);
            var asJson = OutputForm.IsJson(parsed);

            // Whoever reads JSON gets nothing else; progress goes beside it.
            var spoken = asJson ? around with { Output = around.Error, IsTerminal = false } : around;
            var target = ClusterTarget.Resolve(arguments, around);
            if (!options.DryRun)
            {
                await new ContextGuard(spoken).PassAsync(published.Name, target, cancel);
            }

            using var cluster = await ConnectedCluster.ConnectAsync(target, arguments.Timeout, around, cancel);
            var run = new SetupRun(cluster, published, options, spoken);
            var report = await RunAsync(run, cluster, published, parsed.GetValue(undo), options.Yes, spoken, cancel);
            return Finish(report, asJson, around);
        });
        return command;
    }

    private static async Task<SetupReport?> RunAsync(SetupRun run, ConnectedCluster cluster, PublishedEnvironment published, bool undo, bool yes, Surroundings around, CancellationToken cancel)
    {
        try
        {
            return await run.RunAsync(cancel);
        }
        catch (Exception e) when (run.Done.Count > 0 && e is FailureException or ClusterException or UnreachableException or OperationCanceledException)
        {
            // Read by people in a hurry: what failed, what stands now, how to undo it.
            await around.Error.WriteLineAsync(e is OperationCanceledException ? "Interrupted." : e.Message);
            await around.Error.WriteLineAsync($"Done before that: {string.Join(", ", run.Done)}.");
            if (!run.IsRecorded)
            {
                await around.Error.WriteLineAsync("Nothing else was changed: there is nothing to roll back.");
                throw e is OperationCanceledException ? e : new FailureException("Setup failed.");
            }

            if (await WantsRollbackAsync(e, undo, yes, around, cancel))
            {
                await new RollbackRun(cluster, published.Namespace, false, around).RunAsync(null, cancel);
                throw new FailureException("Setup failed and was rolled back.");
            }

            await around.Error.WriteLineAsync($"Undo it with: voiceassist rollback {published.Name} --context {cluster.Target.Context}");
            throw e is OperationCanceledException ? e : new FailureException("Setup failed.");
        }
    }

    private static async Task<bool> WantsRollbackAsync(Exception failure, bool undo, bool yes, Surroundings around, CancellationToken cancel) =>
        failure is not OperationCanceledException
        && (undo || (!yes && around.IsInteractive && await Question.ConfirmAsync("Roll back now?", "", around, cancel)));

    private static int Finish(SetupReport? report, bool asJson, Surroundings around)
    {
        var terminal = new Terminal(around);
        if (report is null)
        {
            terminal.Line("Nothing was changed.");
            return ExitCodes.NotMet;
        }

        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(report));
        }
        else
        {
            foreach (var warning in report.Warnings)
            {
                terminal.Line($"The API server warns: {warning}", Tone.Notable);
            }

            Summarize(report, terminal);
        }

        return report.Unverified is not null || (report.Verification is { } verification && SetupRun.IsBroken(verification)) ? ExitCodes.NotMet : ExitCodes.Met;
    }

    private static void Summarize(SetupReport report, Terminal terminal)
    {
        var done = report.Setup is { } number ? $"setup {number} done" : "nothing changed";
        if (report.Unverified is { } why)
        {
            terminal.Line($"{report.Environment} on {report.Context}: {done}, but it could not be verified: {why}", Tone.Bad);
            terminal.Line($"What was applied stays. Look at it with: voiceassist verify {report.Environment} --context {report.Context}");
            return;
        }

        if (report.Verification is not { } verification)
        {
            terminal.Line("Dry run: nothing was changed.");
            return;
        }

        var broken = verification.Results.Where(r => r.Outcome == CheckOutcome.Broken).ToList();
        terminal.Table(VerificationTable.Of(verification with { Results = broken }));
        terminal.Line($"{report.Environment} on {report.Context}: {done}; {verification.Summary}.", broken.Count == 0 ? Tone.Good : Tone.Notable);
        if (broken.Count > 0 && !SetupRun.IsBroken(verification))
        {
            terminal.Line($"These take their controllers a few minutes; look again with: voiceassist verify {report.Environment}");
        }
    }

    private static TimeSpan ParseWait(string text) => Duration.TryParse(text, out var wait) && wait.Milliseconds is >= 0 and <= 86_400_000
        ? wait.ToTimeSpan()
        : throw new UsageException($"--wait: '{text}' is not allowed; give 0s to 24h.");
}
