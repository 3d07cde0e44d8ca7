namespace Aspire.Hosting.Dcp;

/// <summary>How long the phases of a start took, each from the beginning of the start.</summary>
/// <param name="Launched">The dcp process exists.</param>
/// <param name="Kubeconfig">DCP has written where it listens.</param>
/// <param name="Ready">The API server answers.</param>
internal readonly record struct DcpStartTimings(TimeSpan Launched, TimeSpan Kubeconfig, TimeSpan Ready);
