using BenchmarkDotNet.Attributes;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.Benchmarks;

/// <summary>A day of all four workloads of one environment. Goal: under 100 ms.</summary>
[MemoryDiagnoser]
public class SimulatedDayBenchmarks
{
    private SimulationModel _model = null!;

    [Params("dev", "staging", "prod")]
    public string Environment { get; set; } = "prod";

    [GlobalSetup]
    public void Setup() => _model = DayModel.Of(Environment);

    [Benchmark]
    public double Day() => Simulator.Run(_model)["voiceassist-server"].VcpuHours;
}
