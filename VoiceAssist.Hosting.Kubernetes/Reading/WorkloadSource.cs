namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>A resource that becomes a workload, and what its callbacks set; the same in every environment.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Callbacks">What its callbacks set.</param>
internal sealed record WorkloadSource(IResource Resource, PublishedCallbacks Callbacks);
