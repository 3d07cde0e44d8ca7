namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>Runs autoscalers against a simulated plant. The same model and seed always give the same run.</summary>
public static class Simulator
{
    /// <summary>Simulates a model.</summary>
    /// <exception cref="ArgumentException">The model contradicts itself (durations, names, disturbances).</exception>
    /// <exception cref="Validation.InvalidAutoscalerException">An autoscaler is one the API server would refuse.</exception>
    public static SimulationRun Run(SimulationModel model, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelRules.Check(model);
        var plant = new PlantState(model, seed);
        var step = model.Step.TotalSeconds;
        var steps = (long)Math.Ceiling(model.Duration / model.Step);
        for (long i = 0; i < steps; i++)
        {
            plant.Step(i * step, step);
        }

        return new(model, seed, [.. plant.Actors.Select(a => a.Finish(steps * step))]);
    }

    /// <summary>Simulates a model under several seeds, one after the other.</summary>
    public static IReadOnlyList<SimulationRun> RunMany(SimulationModel model, int seeds, int firstSeed = 1) =>
        [.. Enumerable.Range(firstSeed, seeds).Select(seed => Run(model, seed))];
}
