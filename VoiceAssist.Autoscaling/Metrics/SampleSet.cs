using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>The samples of one metric in one pass: sums over what counts, and what is known of the pods that do not count.</summary>
/// <remarks>
/// A sample of a pod that the selector does not match stays in the set: it counts as a sample, but has no request.
/// That is what the controller's map of samples does.
/// </remarks>
internal sealed class SampleSet
{
    private readonly long[] _usages;
    private long[] _requests = [];
    private long _usage;
    private long _usageWithRequest;
    private long _requested;
    private int _withRequest;

    private SampleSet(int pods)
    {
        Groups = new PodGroup[pods];
        _usages = new long[pods];
    }

    public PodGroup[] Groups { get; }

    /// <summary>Pods whose sample counts.</summary>
    public int CountedPods { get; private set; }

    /// <summary>Samples in the set: counted pods, pods filled in, and samples of unknown pods.</summary>
    public int SampleCount { get; private set; }

    public bool HasUnready { get; private set; }

    public bool HasMissing { get; private set; }

    public static SampleSet Collect(MetricSpec metric, IReadOnlyList<PodSample> samples, Observation observation, ControllerSettings settings)
    {
        var pods = observation.Pods;
        var set = new SampleSet(pods.Count);
        var lookup = new SampleLookup(samples);
        var known = 0;
        for (var i = 0; i < pods.Count; i++)
        {
            var found = lookup.Find(pods[i].Name, i);
            known += found >= 0 ? 1 : 0;
            var group = PodGrouping.Classify(pods[i], found < 0 ? null : samples[found], metric.LooksAtReadiness, observation.Now, settings);
            set.Groups[i] = group;
            set.HasUnready |= group == PodGroup.Unready;
            set.HasMissing |= group == PodGroup.Missing;
            if (group == PodGroup.Counted)
            {
                set.CountedPods++;
                set._usages[i] = samples[found].Milli;
                set.Include(samples[found].Milli);
            }
        }

        if (known < samples.Count)
        {
            set.IncludeUnknown(samples, pods);
        }

        return set;
    }

    /// <summary>Adds the requests of all pods, also of those that do not count.</summary>
    /// <returns>An error if any pod lacks the request, or the named container: the whole metric fails then.</returns>
    public string? AddRequests(MetricSpec metric, IReadOnlyList<PodObservation> pods)
    {
        _requests = new long[pods.Count];
        for (var i = 0; i < pods.Count; i++)
        {
            if (PodRequest.Read(pods[i], metric.Name, metric.Container, out _requests[i]) is { } lacking)
            {
                return lacking;
            }

            if (Groups[i] == PodGroup.Counted)
            {
                IncludeWithRequest(i, _usages[i]);
            }
        }

        return null;
    }

    /// <summary>The set compared with the target; null when no sample has a request to be compared with.</summary>
    public Measurement? Measure(MetricTarget target)
    {
        if (target.Kind != TargetKind.Utilization)
        {
            return Ratios.Average(_usage, SampleCount, target.Amount);
        }

        return _requested == 0 ? null : Ratios.Utilization(_usageWithRequest, _requested, _withRequest, target.Amount);
    }

    /// <summary>On the way down a missing pod is assumed busy, on the way up idle; at exactly 1 it stays out.</summary>
    public void FillMissing(MetricTarget target, double ratio)
    {
        if (ratio is not (< 1.0 or > 1.0))
        {
            return;
        }

        for (var i = 0; i < Groups.Length; i++)
        {
            if (Groups[i] == PodGroup.Missing)
            {
                Fill(i, ratio > 1.0 ? 0 : AssumedUsage(target, i));
            }
        }
    }

    public void FillUnreadyWithZero()
    {
        for (var i = 0; i < Groups.Length; i++)
        {
            if (Groups[i] == PodGroup.Unready)
            {
                Fill(i, 0);
            }
        }
    }

    // Above 100 % even a pod at its full request would pull the average below the target.
    private long AssumedUsage(MetricTarget target, int pod) => target.Kind == TargetKind.Utilization
        ? (long)Int128.Min((Int128)_requests[pod] * Math.Max(100, target.Amount) / 100, long.MaxValue)
        : target.Amount;

    private void Fill(int pod, long usage)
    {
        Include(usage);
        if (_requests.Length > 0)
        {
            IncludeWithRequest(pod, usage);
        }
    }

    private void Include(long usage)
    {
        SampleCount++;
        _usage = SaturatingSum.Add(_usage, usage);
    }

    private void IncludeWithRequest(int pod, long usage)
    {
        _withRequest++;
        _usageWithRequest = SaturatingSum.Add(_usageWithRequest, usage);
        _requested = SaturatingSum.Add(_requested, _requests[pod]);
    }

    private void IncludeUnknown(IReadOnlyList<PodSample> samples, IReadOnlyList<PodObservation> pods)
    {
        var names = new HashSet<string>(pods.Count);
        for (var i = 0; i < pods.Count; i++)
        {
            names.Add(pods[i].Name);
        }

        for (var i = 0; i < samples.Count; i++)
        {
            if (!names.Contains(samples[i].Pod))
            {
                Include(samples[i].Milli);
            }
        }
    }
}
