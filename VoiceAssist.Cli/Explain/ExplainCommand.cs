using System.CommandLine;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Explain;

/// <summary><c>voiceassist explain</c>: the decision of any autoscaler of a cluster, step by step.</summary>
internal static class ExplainCommand
{
    private const string Description = """
        Explains an autoscaler of a cluster, ours or not: what its controller says, and the whole decision recomputed from live figures.

        Examples:
          voiceassist explain hpa/voiceassist-server-hpa -n voiceassist-prod
          voiceassist explain hpa/web -n shop --context staging --json

        Ends with 0 when the autoscaler works, 1 when something keeps it from working or there is no such autoscaler.
        """;

    public static Command Create(Surroundings around)
    {
        var what = new Argument<string>("hpa/NAME") { Description = "The autoscaler." };
        var command = new Command("explain", Description) { what };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var name = Name(parsed.GetRequiredValue(what));
            using var cluster = await arguments.ConnectAsync(around, cancel);
            var space = arguments.Namespace ?? cluster.Target.Namespace;
            var live = await new AutoscalerReader(cluster, around.Time).ReadAsync(space, name, cancel)
                ?? throw new FailureException($"hpa/{name} does not exist in namespace {space} of context {cluster.Target.Context}; name another with -n.");
            var explanation = Explanation.Of(live);
            await around.Output.WriteLineAsync(OutputForm.IsJson(parsed) ? JsonText.Of(explanation) : explanation.ToText());
            return explanation.Works ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    private static string Name(string text) => text.Split('/') switch
    {
        ["hpa" or "horizontalpodautoscaler" or "horizontalpodautoscalers", { Length: > 0 } name] => name,
        _ => throw new UsageException($"'{text}' is not allowed; give hpa/NAME, for example hpa/voiceassist-server-hpa."),
    };
}
