namespace VoiceAssist.Jobs.Processing;

/// <summary>Who works here, as the record and the logs name it: machine, process and a part that no restart repeats.</summary>
internal sealed class WorkerIdentity
{
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
}
