using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Benchmarks;

/// <summary>A day whose peak needs about two thirds of an environment's maximum.</summary>
internal static class DayModel
{
    public static SimulationModel Of(string environment)
    {
        var figures = VoiceAssistEnvironments.ByName(environment);
        var requests = figures.Gateway.Max * figures.Gateway.Requests.Cpu.Cores * 0.4 / EnvironmentModels.CpuSecondsPerRequest;
        var jobs = figures.Worker.Max * EnvironmentModels.JobsPerPodSecond * 0.6;
        return EnvironmentModels.Of(
            figures,
            new DailyCycleLoad(requests / 20, requests).AsPoisson(),
            new DailyCycleLoad(jobs / 20, jobs).AsPoisson(),
            TimeSpan.FromDays(1));
    }
}
