namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>How one pod counts for one metric (HPA-SPEC §3.2).</summary>
public enum PodGroup
{
    /// <summary>Its sample counts. That does not need Ready=True.</summary>
    Counted,

    /// <summary>Being deleted or Failed: neither the pod nor its sample counts.</summary>
    Ignored,

    /// <summary>Pending, or CPU only: still starting. Its sample is dropped; on the way up it counts as using nothing.</summary>
    Unready,

    /// <summary>No sample: assumed at its full request on the way down and at nothing on the way up.</summary>
    Missing,
}
