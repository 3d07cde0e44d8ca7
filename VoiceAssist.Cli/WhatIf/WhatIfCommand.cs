using System.CommandLine;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Autoscaling.WhatIf;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.WhatIf;

/// <summary><c>voiceassist what-if</c>: the same load and the same randomness with another policy, side by side.</summary>
internal static class WhatIfCommand
{
    private const int MostChanges = 50;

    private const string Description = """
        Changes an autoscaler in memory and simulates it before and after, with the same load and the same randomness. Nothing is written anywhere.

        Examples:
          voiceassist what-if prod --workload server --load "step:60->500@5m..20m" --for 60m --set behavior.scaleDown.stabilizationWindowSeconds=60
          voiceassist what-if prod --workload server --load "daily:20->900" --set maxReplicas=20 --set metrics[cpu].target.averageUtilization=50 --picture what-if.svg
          voiceassist what-if -f manifests/ --load constant:200 --set behavior.scaleUp=null --json

        Ends with 0 when the verdict is met after the change, 1 when it is not, 2 on wrong usage and 130 when interrupted.
        """;

    public static Command Create(Surroundings around)
    {
        var options = new SimulationOptions();
        var set = new Option<string[]>("--set") { Description = $"What to change: {GivenChange.Forms}. May be given several times.", HelpName = "FIELD=VALUE", Required = true };
        var command = new Command("what-if", Description) { set };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var picture = options.Picture(parsed);
            var changes = Parse(parsed.GetRequiredValue(set));
            var given = options.Read(parsed, around);
            var report = await Task.Run(() => Compare(given, changes), cancel).WaitAsync(cancel);
            if (picture is not null)
            {
                PictureFile.Save(ComparisonPicture.Rows(report.Before.Run, report.After.Run, given.Unit), picture);
            }

            report.Print(OutputForm.IsJson(parsed), around);
            return report.After.Verdict.IsMet ? ExitCodes.Met : ExitCodes.NotMet;
        });
        return command;
    }

    private static IReadOnlyList<GivenChange> Parse(string[] texts) => texts.Length is >= 1 and <= MostChanges
        ? [.. texts.Select(GivenChange.Parse)]
        : throw new UsageException($"--set: {texts.Length} changes are not allowed; give 1 to {MostChanges}.");

    private static WhatIfReport Compare(GivenSimulation given, IReadOnlyList<GivenChange> changes)
    {
        try
        {
            var after = KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(KubernetesJson.Serialize(given.Scaled.Autoscaler));
            var changed = changes.Select(c => c.Apply(after)).ToList();
            HorizontalPodAutoscalerValidator.ThrowIfInvalid(after, given.Model.Controller);
            return new(given, changed, PolicyExperiment.Compare(Answering(given.Model, after), given.Scaled.Workload, a => a.Spec = after.Spec, given.Seed));
        }
        catch (InvalidAutoscalerException invalid)
        {
            throw new UsageException(invalid.Message);
        }
    }

    // A metric that only the change brings must be measured, too.
    private static SimulationModel Answering(SimulationModel model, V2HorizontalPodAutoscaler after)
    {
        var workload = model.Workloads[0];
        var signals = SimulatedWorkload.SignalsOf(AutoscalerSpec.From(after)).Concat(workload.Signals).DistinctBy(s => s.Key).ToDictionary();
        return model with { Workloads = [workload with { Signals = signals }, .. model.Workloads.Skip(1)] };
    }
}
