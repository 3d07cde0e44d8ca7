using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Verdicts;

namespace VoiceAssist.Cli.Simulate;

/// <summary>A simulation as asked for on the command line.</summary>
/// <param name="Scaled">What is scaled.</param>
/// <param name="Load">What arrives.</param>
/// <param name="Model">All of it, for the simulator; the workload is the first.</param>
/// <param name="Seed">The same seed gives the same run.</param>
/// <param name="Objectives">What is expected.</param>
/// <param name="Told">Nodes, quota and disturbances in words, a line each.</param>
internal sealed record GivenSimulation(ScaledDeployment Scaled, GivenLoad Load, SimulationModel Model, int Seed, Objectives Objectives, IReadOnlyList<string> Told)
{
    public string Autoscaler => Scaled.Autoscaler.Metadata.Name;

    /// <summary>The unit of the load.</summary>
    public string Unit => Model.Workloads[0].Service is Autoscaling.Plant.JobService ? "jobs/s" : "requests/s";

    /// <summary>What is simulated, in a line for people.</summary>
    public string Heading =>
        $"{Autoscaler} scales {Scaled.Workload} under {Load.Text} for {Autoscaling.Quantities.Duration.From(Load.Duration)}, seed {Seed}; {SimulatedWorkload.AssumptionOf(Model.Workloads[0])}.";
}
