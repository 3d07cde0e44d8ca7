using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>The controller's passes over one autoscaler, at its own phase and with the small drift of real passes.</summary>
internal sealed class ControlLoop
{
    // The controller queues the next pass when one is done, so passes come a little more than one period apart.
    private const double LongestPass = 0.03;

    private readonly WorkloadPlant _plant;
    private readonly ResourceMetricsServer _metricsServer;
    private readonly CustomMetricsAdapter _adapter;
    private readonly SimulationClock _clock;
    private readonly Random _random;
    private readonly Reconciler _reconciler;
    private readonly AutoscalerSpec _spec;
    private readonly AutoscalerState _state = new();
    private readonly double _period;
    private readonly HashSet<string> _silent = [];
    private readonly MetricObservation?[] _resourceAnswers;
    private readonly List<ScaleChange> _changes = [];
    private PodObservation[] _pods = [];
    private (int Fetches, int Changes) _seen = (-1, -1);
    private double _nextPass;

    public ControlLoop(
        SimulationModel model,
        WorkloadPlant plant,
        ResourceMetricsServer metricsServer,
        CustomMetricsAdapter adapter,
        SimulationClock clock,
        Random random)
    {
        (_plant, _metricsServer, _adapter, _clock, _random) = (plant, metricsServer, adapter, clock, random);
        _spec = AutoscalerSpec.From(plant.Model.Autoscaler!);
        _reconciler = new(model.Controller);
        _resourceAnswers = new MetricObservation?[_spec.Metrics.Count];
        _period = model.Controller.SyncPeriod.TotalSeconds;
        _nextPass = random.NextDouble() * _period;
    }

    public IReadOnlyList<ScaleChange> Changes => _changes;

    public int Passes { get; private set; }

    public IReadOnlyList<MetricReading> Metrics { get; private set; } = [];

    public int? Proposed { get; private set; }

    public string? HeldBackBy { get; private set; }

    public void Silence(string metric) => _silent.Add(metric);

    public void Restore(string metric) => _silent.Remove(metric);

    public void Step(double now, double step)
    {
        if (_nextPass >= now + step)
        {
            return;
        }

        var decision = _reconciler.Reconcile(_spec, _state, Observe(now));
        Passes++;
        _nextPass += _period + (_random.NextDouble() * LongestPass);
        Metrics = [.. decision.Metrics.Select(MetricReading.Of)];
        Proposed = decision.Stabilization?.Raw;
        HeldBackBy = Reason(decision);
        if (decision.Rescaled)
        {
            _changes.Add(new(TimeSpan.FromSeconds(now), decision));
            _plant.Scale(decision.Desired);
        }
    }

    private static string? Reason(Decision decision) => decision switch
    {
        { Branch: PassBranch.MetricsFailed } => decision.Metrics.FirstOrDefault(m => m.HasFailed)?.FailureReason,
        { Limits: { IsLimited: true } limits } => limits.Reason,
        { Stabilization: { } stabilization } when stabilization.Stabilized != stabilization.Raw => stabilization.Reason,
        _ => null,
    };

    private Observation Observe(double now)
    {
        // Pods and resource samples change rarely compared with the passes; what did not change is reused.
        var seen = (_metricsServer.Fetches, _plant.Changes);
        if (seen != _seen)
        {
            _seen = seen;
            _pods = _plant.Observe(_clock, now);
            Array.Clear(_resourceAnswers);
        }

        var time = _clock.At(Math.Max(now, _nextPass));
        var answers = new MetricObservation[_spec.Metrics.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = Answer(i, now, time);
        }

        return new()
        {
            Now = time,
            SpecReplicas = _plant.Replicas,
            StatusReplicas = _plant.Existing,
            Pods = _pods,
            Metrics = answers,
        };
    }

    private MetricObservation Answer(int index, double now, DateTimeOffset time)
    {
        var metric = _spec.Metrics[index];
        if (_silent.Contains(metric.Name))
        {
            return MetricObservation.Failed($"metric {metric.Name} does not answer");
        }

        if (metric.Kind is MetricSourceKind.Resource or MetricSourceKind.ContainerResource)
        {
            return _resourceAnswers[index] ??= _metricsServer.Read(metric.Name, _plant.Pods);
        }

        if (!_plant.Model.Signals.TryGetValue(metric.Name, out var signal))
        {
            return MetricObservation.Failed($"no series for metric {metric.Name}");
        }

        return metric.Kind == MetricSourceKind.Pods ? _adapter.ReadPods(signal, now, time) : _adapter.ReadTotal(signal, now);
    }
}
