using System.CommandLine;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Autoscaling.Verdicts;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Simulate;

/// <summary><c>voiceassist simulate</c>: what an autoscaler of a manifest does under a load.</summary>
internal static class SimulateCommand
{
    private const string Description = """
        Simulates what an autoscaler does under a load: of an environment of the published tree, or of manifests of your own.

        Examples:
          voiceassist simulate prod --workload server --load "step:60->500@5m..20m" --for 70m
          voiceassist simulate prod.yaml --autoscaler voiceassist-server-hpa --load "ramp:10->400@5m..20m" --picture run.svg
          voiceassist simulate -f manifests/ --load constant:200 --seed 7 --json

        Ends with 0 when the verdict is met, 1 when it is not, 2 on wrong usage and 130 when interrupted.
        """;

    public static Command Create(Surroundings around)
    {
        var source = new Argument<string?>("ENV|FILE") { Description = "The environment, or a file of Kubernetes YAML with the autoscaler and its Deployment.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Option<string?>("--filename", "-f") { Description = "Manifests of your own: a file or a folder.", HelpName = "PATH" };
        var autoscaler = new Option<string?>("--autoscaler") { Description = "The autoscaler's name.", HelpName = "NAME" };
        var workload = new Option<string?>("--workload") { Description = "What it scales, in full or the last part of the name.", HelpName = "NAME" };
        var load = new Option<string>("--load") { Description = $"What arrives: {GivenLoad.Forms}.", Required = true };
        var time = new Option<string>("--for") { Description = "How much time to simulate.", DefaultValueFactory = _ => "30m", HelpName = "TIME" };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same run.", DefaultValueFactory = _ => 1 };
        var picture = new Option<string?>("--picture") { Description = "Where to draw the run: a file that ends in .svg or .png.", HelpName = "FILE" };
        var command = new Command("simulate", Description) { source, files, autoscaler, workload, load, time, seed, picture, PublishedTree.FolderOption };
        OutputForm.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var drawn = PictureFile.Check(parsed.GetValue(picture));
            var duration = ParseDuration(parsed.GetRequiredValue(time));
            var text = parsed.GetRequiredValue(load);
            var given = GivenLoad.Parse(text, duration);
            var read = SimulatedSource.Read(parsed.GetValue(source), parsed.GetValue(files), parsed.GetValue(PublishedTree.FolderOption), around);
            var deployment = ScaledDeployment.Find(read.Name, read.Objects, parsed.GetValue(autoscaler), parsed.GetValue(workload));
            var number = parsed.GetValue(seed);
            var run = await Task.Run(() => Simulate(SimulatedWorkload.Model(deployment, given.Load, duration, read.ScrapeInterval), number), cancel).WaitAsync(cancel);
            var report = new SimulationReport(deployment.Autoscaler.Metadata.Name, run, given, text, number, duration);
            Draw(run, given, drawn);
            await around.Output.WriteLineAsync(OutputForm.IsJson(parsed) ? report.ToJson() : report.ToText().TrimEnd());
            return report.Verdict.IsMet ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    private static TimeSpan ParseDuration(string text) => Duration.TryParse(text, out var duration) && duration.Milliseconds is >= 60_000 and <= 7 * 86_400_000
        ? duration.ToTimeSpan()
        : throw new UsageException($"--for: '{text}' is not allowed; give 1m to 168h, for example 90m or 1h30m.");

    /// <exception cref="UsageException">An autoscaler that the API server would refuse.</exception>
    public static WorkloadRun Simulate(SimulationModel model, int seed)
    {
        try
        {
            return Simulator.Run(model, seed).Workloads[0];
        }
        catch (InvalidAutoscalerException invalid)
        {
            throw new UsageException(invalid.Message);
        }
    }

    // The metric that made it grow is the one worth seeing.
    private static void Draw(WorkloadRun run, GivenLoad load, string? path)
    {
        if (path is null)
        {
            return;
        }

        var driving = Reactions.DrivingMetric(run, load.Rises ?? TimeSpan.Zero);
        var shown = run.Points[^1].Metrics.ToList().FindIndex(m => m.Metric == driving);
        RunPicture.Save(run, Math.Max(0, shown), run.Model.Service is JobService ? "jobs/s" : "requests/s", path);
    }
}
