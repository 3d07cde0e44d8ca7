namespace VoiceAssist.Autoscaling.Plant;

/// <summary>A point of a pod's usage as a kubelet measures it.</summary>
/// <param name="Time">Seconds since the start.</param>
/// <param name="CpuSeconds">CPU used since the container's start.</param>
/// <param name="Memory">Bytes.</param>
internal readonly record struct MeasuredUsage(double Time, double CpuSeconds, double Memory);
