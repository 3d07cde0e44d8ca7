using System.CommandLine;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Status;

/// <summary><c>voiceassist status</c>: what autoscaling does in a namespace right now, once or live.</summary>
internal static class StatusCommand
{
    private const string Description = """
        Shows replicas, metrics against their targets, quotas and budgets, and why each autoscaler does what it does right now.
        Works for an environment of the published tree and for any namespace with autoscalers of anybody.

        Examples:
          voiceassist status prod
          voiceassist status prod --watch
          voiceassist status -n shop --context staging --json

        Ends with 0, or 1 when something keeps an autoscaler from working.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.OptionalEnvironmentArgument();
        var watch = new Option<bool>("--watch", "-w") { Description = "Show it live until Ctrl+C." };
        var every = new Option<string>("--every") { Description = "How often it is read again with --watch.", DefaultValueFactory = _ => "5s", HelpName = "TIME" };
        var command = new Command("status", Description) { environment, watch, every, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var pause = ParsePause(parsed.GetRequiredValue(every));
            var published = parsed.GetValue(environment) is { } name ? PublishedTree.Read(name, parsed.GetValue(PublishedTree.FolderOption), around) : null;
            using var cluster = await arguments.ConnectAsync(around, cancel);
            var space = arguments.Namespace ?? published?.Namespace ?? cluster.Target.Namespace;
            var view = new StatusView(new StatusReader(cluster, around.Time), space, around, OutputForm.IsJson(parsed));
            return parsed.GetValue(watch) ? await view.WatchAsync(pause, cancel) : await view.ShowAsync(cancel);
        });
        return command;
    }

    private static TimeSpan ParsePause(string text) => Duration.TryParse(text, out var pause) && pause.Milliseconds is >= 1000 and <= 600_000
        ? pause.ToTimeSpan()
        : throw new UsageException($"--every: '{text}' is not allowed; give 1s to 10m.");
}
