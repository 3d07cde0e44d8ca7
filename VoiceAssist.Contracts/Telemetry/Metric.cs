namespace VoiceAssist.Contracts;

/// <summary>A metric that the workloads write and the manifests read.</summary>
/// <param name="Instrument">The OpenTelemetry instrument's name, for example <c>voiceassist.job.wait</c>.</param>
/// <param name="Unit">Its UCUM unit; one in braces does not become part of the exported name.</param>
/// <param name="Exported">Its name in Prometheus text, for example <c>voiceassist_job_wait_seconds</c>.</param>
public sealed record Metric(string Instrument, string Unit, string Exported);
