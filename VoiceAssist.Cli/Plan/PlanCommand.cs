using System.CommandLine;
using VoiceAssist.Cli.Nodes;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Plan;

/// <summary><c>voiceassist plan</c>: what an environment needs, idle and at its peak. Needs no cluster.</summary>
internal static class PlanCommand
{
    private const string Description = """
        Sums up what an environment of the published tree needs: replicas, requests and limits idle and at the peak, the surge of a rollout,
        the quota that admits it, and how many nodes of a size hold it.

        Examples:
          voiceassist plan prod
          voiceassist plan prod --node 8cpu/32Gi@0.38EUR --spare-nodes 1
          voiceassist plan prod --json
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var node = new Option<string?>("--node") { Description = $"A size of node: {GivenNode.Forms}.", HelpName = "SIZE" };
        var spare = new Option<int>("--spare-nodes") { Description = "Nodes that may be lost without pods becoming Pending.", HelpName = "N" };
        var command = new Command("plan", Description) { environment, node, spare, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetAction(parsed =>
        {
            var spares = parsed.GetValue(spare) is var count and >= 0 and <= 100 ? count : throw new UsageException($"--spare-nodes: {parsed.GetValue(spare)} is not allowed; give 0 to 100.");
            var report = PlanReport.Of(
                PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around),
                parsed.GetValue(node) is { } size ? GivenNode.Parse("--node", size, new(0.06, default, 6, default, 110)) : null,
                spares);
            Print(report, OutputForm.IsJson(parsed), around);
            return ExitCodes.Met;
        });
        return command;
    }

    private static void Print(PlanReport report, bool asJson, Surroundings around)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(report.ToJson()));
            return;
        }

        var terminal = new Terminal(around);
        foreach (var table in report.ToTables())
        {
            terminal.Table(table);
            terminal.Line();
        }
    }
}
