using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>A replica on this machine, seen as a pod: one resource of the app model, one process.</summary>
internal sealed class LocalPod(IResourceBuilder<ProjectResource> resource)
{
    private const string PidProperty = "executable.pid";

    private volatile CustomResourceSnapshot? _snapshot;
    private volatile object? _ready;

    public IResource Resource => resource.Resource;

    public string Name => resource.Resource.Name;

    public EndpointReference Http { get; } = resource.GetEndpoint("http");

    /// <summary>Whether the autoscaler wants it.</summary>
    public bool IsWanted { get; set; }

    /// <summary>A start or stop that is under way; null when none is.</summary>
    public Task? Command { get; set; }

    public bool IsRunning => _snapshot?.State?.Text == KnownResourceStates.Running;

    /// <summary>Whether the orchestrator is starting or stopping it.</summary>
    public bool IsChanging => _snapshot?.State?.Text is { } state
        && (state == KnownResourceStates.Starting || state == KnownResourceStates.Waiting || state == KnownResourceStates.Stopping);

    /// <summary>Whether it runs or is about to, or has not ended yet.</summary>
    public bool Exists => IsWanted || IsRunning || IsChanging;

    public bool IsReady => IsRunning && IsWanted && _ready is ReadyCondition { Status: true };

    public int? Pid => IsRunning && _snapshot!.Properties.FirstOrDefault(p => p.Name == PidProperty)?.Value is { } value
        ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    public void Take(CustomResourceSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>Takes the outcome of a probe.</summary>
    public void SetReady(bool ready, DateTimeOffset now)
    {
        if (_ready is not ReadyCondition { Status: var before } || before != ready)
        {
            _ready = new ReadyCondition(ready, now);
        }
    }

    public PodObservation Observe(CompressedTime time, ResourceAmounts requests) => new()
    {
        Name = Name,
        Phase = IsRunning ? PodPhase.Running : PodPhase.Pending,
        Deleting = !IsWanted,
        Ready = IsRunning ? _ready as ReadyCondition? : null,
        StartTime = _snapshot is { StartTimeStamp: { } started } ? time.Of(new(DateTime.SpecifyKind(started.ToUniversalTime(), DateTimeKind.Utc))) : null,
        Containers = [new(Name, [new("cpu", requests.Cpu.Millicores), new("memory", requests.Memory.Bytes * 1000)])],
    };
}
