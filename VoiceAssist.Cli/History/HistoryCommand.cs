using System.CommandLine;
using System.Globalization;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.History;

/// <summary><c>voiceassist history</c>: the setups that can be rolled back.</summary>
internal static class HistoryCommand
{
    private const string Description = """
        Lists the last setups of an environment, newest first, with what each changed.

        Examples:
          voiceassist history prod
          voiceassist history prod --json

        Ends with 0, also when there was no setup yet; 1 when the cluster does not answer.
        """;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var command = new Command("history", Description) { environment, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetClusterAction(async (arguments, parsed, cancel) =>
        {
            var published = PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around).In(arguments.Namespace);
            using var cluster = await arguments.ConnectAsync(around, cancel);
            var records = (await new RecordStore(cluster.Client, published.Namespace).ListAsync(cancel)).Reverse().ToList();
            Print(records, published.Namespace, OutputForm.IsJson(parsed), around);
            return ExitCodes.Met;
        });
        return command;
    }

    private static void Print(List<SetupRecord> records, string space, bool asJson, Surroundings around)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(records.Select(r => new { r.Number, r.Environment, r.Started, r.State, Objects = r.Entries.Select(e => new { e.Reference.ApiVersion, e.Reference.Kind, e.Reference.Namespace, e.Reference.Name, Change = e.Previous is null ? "created" : "changed" }) })));
            return;
        }

        var terminal = new Terminal(around);
        terminal.Table(new(["setup", "started", "state", "objects"], [.. records.Select(r => (IReadOnlyList<Cell>)[$"{r.Number}", r.Started.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), State(r.State), r.Summary])]));
        terminal.Line(records.Count == 0 ? $"No setup has changed anything in namespace {space}." : "'voiceassist rollback ENV' undoes the newest that still stands; '--to N' everything back to before setup N.", Tone.Quiet);
    }

    private static Cell State(RecordState state) => state switch
    {
        RecordState.Complete => new("complete", Tone.Good),
        RecordState.RolledBack => new("rolled back", Tone.Quiet),
        _ => new("not finished", Tone.Notable),
    };
}
