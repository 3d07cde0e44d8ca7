namespace VoiceAssist.Autoscaling.Plant;

/// <summary>The running state of a service: what waits, what was served, how the pods are used.</summary>
internal abstract class ServiceSimulation
{
    /// <summary>Requests or jobs waiting.</summary>
    public abstract double QueueDepth { get; }

    /// <summary>When the oldest waiting one arrived; null when none waits.</summary>
    public abstract double? OldestArrival { get; }

    /// <summary>Estimate of how long a request or job that arrives now takes, in seconds.</summary>
    public abstract double Latency { get; }

    /// <summary>Requests given up so far.</summary>
    public double Unserved { get; protected set; }

    /// <summary>Requests served or jobs finished so far.</summary>
    public double Completed { get; protected set; }

    /// <summary>Requests being served or jobs running.</summary>
    public double InProgress { get; protected set; }

    public double AgeAt(double now) => OldestArrival is { } arrival ? Math.Max(0, now - arrival) : 0;

    /// <summary>Serves what arrived and sets each pod's usage for the step.</summary>
    public abstract void Step(double now, double step, double arrivals, List<SimulatedPod> pods, Random random);

    /// <summary>Takes back a pod's unfinished work before the pod goes away.</summary>
    public abstract void Abandon(SimulatedPod pod);

    /// <summary>Whether a pod that was told to stop still has something to finish.</summary>
    public abstract bool IsBusy(SimulatedPod pod);
}
