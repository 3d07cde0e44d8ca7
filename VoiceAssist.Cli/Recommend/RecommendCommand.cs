using System.CommandLine;
using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Recommend;

/// <summary><c>voiceassist recommend</c>: what was used, as proposed figures of the policies. It rewrites nothing.</summary>
internal static class RecommendCommand
{
    private const string Description = """
        Turns the recommendations of the vertical autoscalers, or usage that Prometheus recorded, into proposed figures of the policies: each with
        the file and line it is written in, the old value, the new one, and why. Nothing is rewritten.

        Examples:
          voiceassist recommend prod
          voiceassist recommend prod --workload server --cpu-usage cpu.json --memory-usage memory.json
          voiceassist recommend prod --json

        Ends with 0, or 1 when nothing is known yet.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var policies = new Option<string?>("--policies") { Description = "The folder of the policies (default: VoiceAssist.AppHost/Policies beside the tree).", HelpName = "FOLDER" };
        var workload = new Option<string?>("--workload") { Description = "The workload of the recorded usage.", HelpName = "NAME" };
        var cpu = new Option<string?>("--cpu-usage") { Description = "An answer of Prometheus' query_range: cores of one pod.", HelpName = "FILE" };
        var memory = new Option<string?>("--memory-usage") { Description = "An answer of Prometheus' query_range: bytes of one pod.", HelpName = "FILE" };
        var command = new Command("recommend", Description) { environment, workload, cpu, memory, policies, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var published = PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around).In(arguments.Namespace);
            var folder = parsed.GetValue(policies) ?? Path.Combine(published.Folder, "..", "..", "VoiceAssist.AppHost", "Policies");
            var proposals = new Proposals(published, PolicySources.Read(Path.GetFullPath(folder, around.Folder), around.Folder));
            var known = (parsed.GetValue(cpu), parsed.GetValue(memory)) switch
            {
                (null, null) => await RecommendedAsync(arguments, published, around, cancel),
                ({ } cores, { } bytes) => Recorded(published, parsed.GetValue(workload), Path.GetFullPath(cores, around.Folder), Path.GetFullPath(bytes, around.Folder)),
                _ => throw new UsageException("--cpu-usage and --memory-usage belong together."),
            };
            Print([.. known.SelectMany(k => proposals.Of(k.Workload, k.Suggested, k.Reason))], known.Count, OutputForm.IsJson(parsed), around);
            return known.Count > 0 ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    private static IReadOnlyList<(PublishedPlan.PlannedWorkload Workload, ResourceAmounts Suggested, string Reason)> Recorded(PublishedEnvironment published, string? name, string cpu, string memory)
    {
        var workload = published.Plan.Workloads.SingleOrDefault(w => w.Name == name || w.Container == name)
            ?? throw new UsageException($"--workload: '{name}' is none; whose usage is it? There are {string.Join(", ", published.Plan.Workloads.Select(w => w.Name))}.");
        return RecordedUsage.Suggest(cpu, memory) is { } suggested ? [(workload, suggested, "recorded usage: 95th percentile of CPU, most memory and 15 %")] : [];
    }

    private static async Task<IReadOnlyList<(PublishedPlan.PlannedWorkload Workload, ResourceAmounts Suggested, string Reason)>> RecommendedAsync(ClusterArguments arguments, PublishedEnvironment published, Surroundings around, CancellationToken cancel)
    {
        using var cluster = await arguments.ConnectAsync(around, cancel);
        var found = new List<(PublishedPlan.PlannedWorkload, ResourceAmounts, string)>();
        foreach (var workload in published.Plan.Workloads.Where(w => w.Recommendation is not null))
        {
            var live = await cluster.GetAsync(new("autoscaling.k8s.io/v1", "VerticalPodAutoscaler", published.Namespace, workload.Recommendation!.Name), cancel);
            var target = (live?["status"]?["recommendation"]?["containerRecommendations"] as JsonArray ?? []).FirstOrDefault(c => (string?)c?["containerName"] == workload.Container)?["target"];

            // A recommender writes plain bytes and millicores.
            if (Cpu.TryParse(target?["cpu"]?.ToString(), out var cpu) && Memory.TryParse(target?["memory"]?.ToString(), out var memory))
            {
                found.Add((workload, new(cpu, memory), $"{workload.Recommendation.Name} recommends it{Bounds(workload.Recommendation, cpu, memory)}"));
            }
        }

        return found;
    }

    private static string Bounds(PublishedPlan.PlannedRecommendation bounds, Cpu cpu, Memory memory) =>
        cpu.Millicores >= bounds.Max.CpuMillicores || memory.Bytes >= bounds.Max.MemoryBytes ? " (cut at its maxAllowed: it may need more)"
        : cpu.Millicores <= bounds.Min.CpuMillicores || memory.Bytes <= bounds.Min.MemoryBytes ? " (raised to its minAllowed: less may do)"
        : "";

    private static void Print(IReadOnlyList<Proposal> proposals, int known, bool asJson, Surroundings around)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(proposals.Select(p => new { p.Workload, p.Figure, p.Place?.File, p.Place?.Line, p.Old, p.New, p.Reason })));
            return;
        }

        var terminal = new Terminal(around);
        terminal.Table(new(["policy", "workload", "figure", "old", "new", "why"], [.. proposals.Select(p => (IReadOnlyList<Cell>)[p.Place?.ToString() ?? "not found", p.Workload, p.Figure, p.Old, p.New, p.Reason])]));
        terminal.Line(known == 0 ? "Nothing is known yet: no recommendation, or less than three hours recorded."
            : proposals.Count == 0 ? $"{known} workloads looked at: their figures are within a tenth of what is used."
            : "Nothing was rewritten: change the policies, publish, review the difference.");
    }
}
