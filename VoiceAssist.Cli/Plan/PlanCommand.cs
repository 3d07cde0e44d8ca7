using System.CommandLine;
using VoiceAssist.Cli.Nodes;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Plan;

/// <summary><c>voiceassist plan</c>: what an environment needs, idle and at its peak. Needs no cluster.</summary>
internal static class PlanCommand
{
    private const string Description = """
        Sums up what an environment of the published tree needs: replicas, requests and limits idle and at the peak, the surge of a rollout,
        the quota that admits it, and how many nodes of a size hold it; with a table of prices every size in it, and the cheapest in detail.

        Examples:
          voiceassist plan prod
          voiceassist plan prod --node 8cpu/32Gi@0.38EUR --spare-nodes 1 --daemon-requests 300m/512Mi
          voiceassist plan prod --prices prices.csv --picture plan.svg
          voiceassist plan prod --prices prices.json --node n8 --json
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var node = new Option<string?>("--node") { Description = $"A size of node: {GivenNode.Forms}; or a name of --prices.", HelpName = "SIZE" };
        var prices = new Option<string?>("--prices") { Description = $"A file of sizes and prices: {NodePrices.Forms}.", HelpName = "FILE" };
        var spare = new Option<int>("--spare-nodes") { Description = "Nodes that may be lost without pods becoming Pending.", HelpName = "N" };
        var picture = new Option<string?>("--picture") { Description = "Where to draw it: a file that ends in .svg or .png.", HelpName = "FILE" };
        var overhead = new NodeOptions();
        var command = new Command("plan", Description) { environment, node, prices, spare };
        overhead.AddTo(command);
        command.Add(picture);
        command.Add(PublishedTree.FolderOption);
        OutputForm.AddTo(command);
        command.SetAction(parsed =>
        {
            var drawn = PictureFile.Check(parsed.GetValue(picture));
            var spares = parsed.GetValue(spare) is var count and >= 0 and <= 100 ? count : throw new UsageException($"--spare-nodes: {parsed.GetValue(spare)} is not allowed; give 0 to 100.");
            var given = overhead.Read(parsed);
            var report = PlanReport.Of(
                PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around),
                Nodes(parsed.GetValue(node), parsed.GetValue(prices) is { } file ? Path.GetFullPath(file, around.Folder) : null, given),
                given,
                spares);
            if (drawn is not null)
            {
                PictureFile.Save(PlanPicture.Rows(report.Capacity, report.Chosen?.Plan), drawn);
            }

            Print(report, OutputForm.IsJson(parsed), around);
            return ExitCodes.Met;
        });
        return command;
    }

    private static IReadOnlyList<GivenNode> Nodes(string? size, string? prices, NodeOverhead overhead)
    {
        if (prices is null)
        {
            return size is null ? [] : [GivenNode.Parse("--node", size, overhead)];
        }

        var all = NodePrices.Read(prices).ToNodes(overhead);
        return size is null ? all
            : all.FirstOrDefault(n => n.Shape.Name == size) is { } named ? [named]
            : throw new UsageException($"--node: '{size}' is no name in --prices; there are {string.Join(", ", all.Select(n => n.Shape.Name))}.");
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

        if (report.Remark is { } remark)
        {
            terminal.Line(remark, Tone.Quiet);
        }
    }
}
