using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Sorts a pod into its group for one metric.</summary>
public static class PodGrouping
{
    /// <summary>The group of one pod (HPA-SPEC §3.2).</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="sample">Its sample, null when the metrics API has none.</param>
    /// <param name="looksAtReadiness">Whether the metric is the CPU of a Resource or ContainerResource source.</param>
    /// <param name="now">The time of the pass.</param>
    /// <param name="settings">Initialisation period and readiness delay.</param>
    public static PodGroup Classify(PodObservation pod, PodSample? sample, bool looksAtReadiness, DateTimeOffset now, ControllerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(pod);
        ArgumentNullException.ThrowIfNull(settings);
        if (pod.Deleting || pod.Phase == PodPhase.Failed)
        {
            return PodGroup.Ignored;
        }

        if (pod.Phase == PodPhase.Pending)
        {
            return PodGroup.Unready;
        }

        if (sample is not { } measured)
        {
            return PodGroup.Missing;
        }

        return looksAtReadiness && IsStarting(pod, measured, now, settings) ? PodGroup.Unready : PodGroup.Counted;
    }

    private static bool IsStarting(PodObservation pod, PodSample sample, DateTimeOffset now, ControllerSettings settings)
    {
        if (pod.Ready is not { } ready || pod.StartTime is not { } start)
        {
            return true;
        }

        if (start + settings.CpuInitializationPeriod > now)
        {
            // A sample whose window began before the pod became ready still contains its start-up work.
            return ready.Status == false || sample.Timestamp < ready.LastTransition + sample.Window;
        }

        // Went unready right at its start and was never ready; a pod that was ready once still counts.
        return ready.Status == false && start + settings.InitialReadinessDelay > ready.LastTransition;
    }
}
