using System.CommandLine;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Advise;

/// <summary><c>voiceassist advise</c>: what is unwise about autoscaling policies. Needs no cluster.</summary>
internal static class AdviseCommand
{
    private const string Description = """
        Looks for targets that cannot be reached, tolerances in which nothing scales, windows shorter than the time a metric needs, and policies
        that never decide; by the rules of each autoscaler and a simulated day.

        Examples:
          voiceassist advise prod
          voiceassist advise -f manifests/ --json

        Ends with 0 whatever the advice; 2 on wrong usage.
        """;

    public static Command Create(Surroundings around)
    {
        var source = new Argument<string?>("ENV|FILE") { Description = "The environment, or a file of Kubernetes YAML.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Option<string?>("--filename", "-f") { Description = "Manifests of your own: a file or a folder.", HelpName = "PATH" };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same day.", DefaultValueFactory = _ => 1 };
        var command = new Command("advise", Description) { source, files, seed, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var read = SimulatedSource.Read(parsed.GetValue(source), parsed.GetValue(files), parsed.GetValue(PublishedTree.FolderOption), around);
            var deployments = ScaledDeployment.FindAll(read.Name, read.Objects);
            var advice = await Task.Run(() => deployments.SelectMany(d => EnvironmentAdvice.Of(d, read.ScrapeInterval, parsed.GetValue(seed)).Select(a => (Autoscaler: d.Autoscaler.Metadata.Name, Advice: a))).ToList(), cancel).WaitAsync(cancel);
            if (OutputForm.IsJson(parsed))
            {
                await around.Output.WriteLineAsync(JsonText.Of(advice.Select(a => new { a.Autoscaler, a.Advice.Kind, a.Advice.Subject, a.Advice.Text, a.Advice.Figures })));
                return ExitCodes.Met;
            }

            var terminal = new Terminal(around);
            foreach (var (autoscaler, one) in advice)
            {
                terminal.Line($"{autoscaler}, {one}");
            }

            terminal.Line($"{advice.Count} pieces of advice on {deployments.Count} autoscalers of {read.Name}.", Tone.Quiet);
            return ExitCodes.Met;
        });
        return command;
    }
}
