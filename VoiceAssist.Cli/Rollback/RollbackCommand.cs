using System.CommandLine;
using System.Globalization;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Rollback;

/// <summary><c>voiceassist rollback</c>: back to the state before a setup.</summary>
internal static class RollbackCommand
{
    private const string Description = """
        Restores the state before the last setup: objects that existed get their old state, objects that did not are deleted, nothing else is touched.
        Namespace, Secrets, volumes and the history stay unless --delete-data is given.

        Examples:
          voiceassist rollback staging
          voiceassist rollback prod --to 3 --context prod-eu
          voiceassist rollback dev --delete-data --yes

        Ends with 0, 1 when there is nothing to roll back or something failed, 2 on wrong usage and 130 when interrupted.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var to = new Option<int?>("--to") { Description = "Back to before this setup (see 'history').", HelpName = "N" };
        var data = new Option<bool>("--delete-data") { Description = "Also delete the namespace, Secrets and volumes that setup made." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Ask nothing." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would be done." };
        var command = new Command("rollback", Description) { environment, to, data, yes, dryRun, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var published = PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around).In(arguments.Namespace);
            var asJson = OutputForm.IsJson(parsed);
            var spoken = asJson ? around with { Output = around.Error, IsTerminal = false } : around;
            var target = ClusterTarget.Resolve(arguments, around);
            if (!parsed.GetValue(dryRun))
            {
                await new ContextGuard(spoken).PassAsync(published.Name, target, cancel);
            }

            using var cluster = await ConnectedCluster.ConnectAsync(target, arguments.Timeout, around, cancel);
            var run = new RollbackRun(cluster, published.Namespace, parsed.GetValue(data), spoken);
            var plan = await run.PlanAsync(parsed.GetValue(to), cancel);
            Print(plan, new Terminal(spoken));
            var goes = !parsed.GetValue(dryRun)
                && (parsed.GetValue(yes) || await Question.ConfirmAsync($"Roll back in namespace {published.Namespace} of context {target.Context}?", "Nobody is there to confirm the rollback: look at it with --dry-run, then give --yes.", spoken, cancel));
            if (goes)
            {
                await run.ApplyAsync(plan, cancel);
            }

            var numbers = string.Join(", ", plan.Setups.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            await around.Output.WriteLineAsync(asJson
                ? JsonText.Of(new { Environment = published.Name, target.Context, published.Namespace, RolledBack = goes, plan.Setups, Objects = plan.Steps.Select(s => new { Object = s.Reference.ToString(), s.Action }) })
                : goes ? $"Rolled back setup {numbers} of {published.Name} on {target.Context}." : "Nothing was changed.");
            return goes || parsed.GetValue(dryRun) ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    private static void Print(RollbackPlan plan, Terminal terminal)
    {
        terminal.Line("Plan:");
        foreach (var step in plan.Steps)
        {
            terminal.Line("  " + RollbackTexts.Future(step), step.Action switch { RestoreAction.Delete => Tone.Bad, RestoreAction.Restore or RestoreAction.Recreate => Tone.Notable, _ => Tone.Quiet });
        }
    }
}
