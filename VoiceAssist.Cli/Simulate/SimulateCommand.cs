using System.CommandLine;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Autoscaling.Verdicts;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Cli.Simulate;

/// <summary><c>voiceassist simulate</c>: what an autoscaler of a manifest does under a load.</summary>
internal static class SimulateCommand
{
    private const string Description = """
        Simulates what an autoscaler does under a load: of an environment of the published tree, or of manifests of your own.

        Examples:
          voiceassist simulate prod --workload server --load "step:60->500@5m..20m" --for 70m
          voiceassist simulate prod --workload server --load prometheus:rate.json --max-latency 500ms --vcpu-price 0.04
          voiceassist simulate prod --workload server --load "daily:20->900" --nodes 5x8cpu/32Gi --quota --disturb lost-node:0@13h..14h
          voiceassist simulate prod.yaml --autoscaler voiceassist-server-hpa --load "ramp:10->400@5m..20m" --picture run.svg
          voiceassist simulate -f manifests/ --load constant:200 --seed 7 --json

        Ends with 0 when the verdict is met, 1 when it is not, 2 on wrong usage and 130 when interrupted.
        """;

    public static Command Create(Surroundings around)
    {
        var options = new SimulationOptions();
        var command = new Command("simulate", Description);
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var picture = options.Picture(parsed);
            var given = options.Read(parsed, around);
            var report = new SimulationReport(given, await Task.Run(() => Simulate(given.Model, given.Seed), cancel).WaitAsync(cancel));
            if (picture is not null)
            {
                RunPicture.Save(report.Run, DrivingMetric(report.Run, given.Load.Rises), given.Unit, picture);
            }

            await around.Output.WriteLineAsync(OutputForm.IsJson(parsed) ? JsonText.Of(report.ToJson()) : report.ToText().TrimEnd());
            return report.Verdict.IsMet ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    /// <summary>The run of the model's first workload.</summary>
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
    private static int DrivingMetric(WorkloadRun run, TimeSpan? rises)
    {
        var driving = Reactions.DrivingMetric(run, rises ?? TimeSpan.Zero);
        return Math.Max(0, run.Points[^1].Metrics.ToList().FindIndex(m => m.Metric == driving));
    }
}
