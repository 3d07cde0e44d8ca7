using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Finds a pod's sample. Samples usually come in the pods' order, which costs nothing; otherwise an index is built once.</summary>
internal struct SampleLookup(IReadOnlyList<PodSample> samples)
{
    private Dictionary<string, int>? _index;

    /// <summary>The position of the pod's sample, or -1.</summary>
    /// <param name="pod">The pod's name.</param>
    /// <param name="expected">Where it probably is.</param>
    public int Find(string pod, int expected)
    {
        if (_index is null && expected < samples.Count && samples[expected].Pod == pod)
        {
            return expected;
        }

        return (_index ??= BuildIndex()).GetValueOrDefault(pod, -1);
    }

    private readonly Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(samples.Count);
        for (var i = 0; i < samples.Count; i++)
        {
            index[samples[i].Pod] = i;
        }

        return index;
    }
}
