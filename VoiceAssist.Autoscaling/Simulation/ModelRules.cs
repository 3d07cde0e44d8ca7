using VoiceAssist.Autoscaling.Validation;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>Refuses models that cannot be simulated.</summary>
internal static class ModelRules
{
    public static void Check(SimulationModel model)
    {
        Require(model.Workloads.Count > 0, "A simulation needs at least one workload.");
        Require(model.Duration > TimeSpan.Zero, $"Duration {model.Duration} must be positive.");
        Require(model.Step > TimeSpan.Zero && model.Step <= model.Controller.SyncPeriod, $"Step {model.Step} must be positive and at most the sync period {model.Controller.SyncPeriod}.");
        Require(model.RecordEvery >= model.Step, $"RecordEvery {model.RecordEvery} must be at least the step {model.Step}.");
        Require(model.Nodes.Count > 0, $"A node pool needs at least one node; it has {model.Nodes.Count}.");
        var names = model.Workloads.Select(w => w.Name).ToList();
        Require(names.Distinct(StringComparer.Ordinal).Count() == names.Count, $"Workload names must be unique: {string.Join(", ", names)}.");
        foreach (var workload in model.Workloads)
        {
            if (workload.Autoscaler is { } autoscaler)
            {
                HorizontalPodAutoscalerValidator.ThrowIfInvalid(autoscaler, model.Controller);
            }
        }

        foreach (var disturbance in model.Disturbances)
        {
            CheckDisturbance(model, disturbance, names);
        }
    }

    private static void CheckDisturbance(SimulationModel model, Disturbance disturbance, List<string> names)
    {
        var workload = disturbance switch
        {
            RolloutDisturbance rollout => rollout.Workload,
            MetricOutageDisturbance outage => outage.Workload,
            _ => null,
        };
        Require(workload is null || names.Contains(workload), $"{disturbance} names no workload of the model: {string.Join(", ", names)}.");
        Require(
            disturbance is not NodeLossDisturbance loss || (loss.Node >= 0 && loss.Node < model.Nodes.Count),
            $"{disturbance} names no node of the pool: 0 to {model.Nodes.Count - 1}.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
