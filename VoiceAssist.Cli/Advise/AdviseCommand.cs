using System.CommandLine;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Advise;

/// <summary><c>voiceassist advise</c>: what is unwise about autoscaling policies. Needs no cluster.</summary>
internal static class AdviseCommand
{
    private const string Description = """
        Looks for targets that cannot be reached, tolerances in which nothing scales, windows shorter than the time a metric needs, and policies
        that never decide; by the rules of each autoscaler and a simulated day, or by what was recorded of one.

        Examples:
          voiceassist advise prod --picture advice.svg
          voiceassist advise -f manifests/ --json
          voiceassist advise prod --workload server --recorded cpu=cpu.json --recorded memory=memory.json --recorded replicas=replicas.csv

        Ends with 0 whatever the advice; 2 on wrong usage.
        """;

    private const string Recorded = "What was recorded, instead of a simulated day: METRIC=FILE, the answer of Prometheus' query_range or a .csv of time and value; cores and bytes of one pod for cpu and memory, otherwise what the target compares with, and 'replicas'. May be given several times.";

    public static Command Create(Surroundings around)
    {
        var source = PublishedTree.SourceArgument();
        var files = new Option<string?>("--filename", "-f") { Description = "Manifests of your own: a file or a folder.", HelpName = "PATH" };
        var autoscaler = new Option<string?>("--autoscaler") { Description = "Only the autoscaler of this name.", HelpName = "NAME" };
        var workload = new Option<string?>("--workload") { Description = "Only what scales this, in full or the last part of the name.", HelpName = "NAME" };
        var recorded = new Option<string[]>("--recorded") { Description = Recorded, HelpName = "METRIC=FILE" };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "The same seed gives the same day.", DefaultValueFactory = _ => 1 };
        var picture = new Option<string?>("--picture") { Description = "Where to draw the figures behind the advice: a file that ends in .svg or .png.", HelpName = "FILE" };
        var command = new Command("advise", Description) { source, files, autoscaler, workload, recorded, seed, picture, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var drawn = PictureFile.Check(parsed.GetValue(picture));
            var read = SimulatedSource.Read(parsed.GetValue(source), parsed.GetValue(files), parsed.GetValue(PublishedTree.FolderOption), around);
            var series = parsed.GetValue(recorded) ?? [];
            var deployments = series.Length > 0 || parsed.GetValue(autoscaler) is not null || parsed.GetValue(workload) is not null
                ? [ScaledDeployment.Find(read.Name, read.Objects, parsed.GetValue(autoscaler), parsed.GetValue(workload))]
                : ScaledDeployment.FindAll(read.Name, read.Objects);
            var advised = await Task.Run(
                () => deployments.Select(d => series.Length > 0 ? RecordedAdvice.Of(d, read.ScrapeInterval, series, around.Folder) : EnvironmentAdvice.Of(d, read.ScrapeInterval, parsed.GetValue(seed))).ToList(),
                cancel).WaitAsync(cancel);
            if (drawn is not null)
            {
                PictureFile.Save([.. advised.SelectMany(AdvicePicture.Rows)], drawn);
            }

            Print(advised, read.Name, OutputForm.IsJson(parsed), around);
            return ExitCodes.Met;
        });
        return command;
    }

    private static void Print(List<AdvisedAutoscaler> advised, string source, bool asJson, Surroundings around)
    {
        var all = advised.SelectMany(a => a.Advice.Select(one => (Autoscaler: a.Name, Advice: one))).ToList();
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(all.Select(a => new { a.Autoscaler, a.Advice.Kind, a.Advice.Subject, a.Advice.Text, a.Advice.Figures })));
            return;
        }

        var terminal = new Terminal(around);
        foreach (var (autoscaler, one) in all)
        {
            terminal.Line($"{autoscaler}, {one}");
        }

        terminal.Line($"{all.Count} pieces of advice on {advised.Count} {(advised.Count == 1 ? "autoscaler" : "autoscalers")} of {source}.", Tone.Quiet);
    }
}
