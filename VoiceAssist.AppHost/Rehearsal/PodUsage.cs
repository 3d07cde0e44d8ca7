using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>CPU and memory of a workload's processes, as Metrics Server would report them.</summary>
internal sealed class PodUsage(IReadOnlyList<LocalPod> pods)
{
    /// <summary>metrics-server's own resolution.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (int Pid, TimeSpan Cpu, DateTimeOffset At)> _last = [];
    private List<(PodSample Cpu, PodSample Memory)> _samples = [];
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Cores that all processes use; null before the first measurement.</summary>
    public double? Cores { get; private set; }

    /// <summary>Measures, when it is time to.</summary>
    public void Update(CompressedTime time)
    {
        var now = time.Now;
        if (now < _next)
        {
            return;
        }

        _next = now + Resolution;
        var samples = new List<(PodSample, PodSample)>();
        var cores = 0.0;
        foreach (var pod in pods)
        {
            if (pod.Pid is not { } pid || ProcessUsage.Of(pid) is not { } usage)
            {
                _last.Remove(pod.Name);
                continue;
            }

            var real = time.Real.GetUtcNow();
            if (_last.TryGetValue(pod.Name, out var before) && before.Pid == pid && real > before.At)
            {
                var used = (usage.Cpu - before.Cpu) / (real - before.At);
                cores += used;
                samples.Add((
                    new(pod.Name, (long)Math.Ceiling(used * 1000), now, (real - before.At) * time.Speed),
                    new(pod.Name, usage.Memory * 1000, now, TimeSpan.Zero)));
            }

            _last[pod.Name] = (pid, usage.Cpu, real);
        }

        (_samples, Cores) = (samples, samples.Count > 0 ? cores : Cores);
    }

    /// <summary>What the resource metrics API would answer.</summary>
    public MetricObservation Observe(string resource) => _samples.Count == 0
        ? MetricObservation.Failed($"no sample of {resource} for any pod yet")
        : MetricObservation.OfPods([.. _samples.Select(s => resource == "cpu" ? s.Cpu : s.Memory)]);
}
