namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>Starts and stops replicas by the commands that the dashboard has for them.</summary>
internal sealed class ReplicaControl(ResourceCommandService commands)
{
    /// <summary>Lets as many replicas be wanted, the first of them.</summary>
    public static void Want(LocalWorkload workload, int replicas)
    {
        for (var i = 0; i < workload.Pods.Count; i++)
        {
            workload.Pods[i].IsWanted = i < replicas;
        }
    }

    /// <summary>Starts what is wanted and does not run, stops what runs and is not wanted; one command at a time for each replica.</summary>
    public void Converge(LocalWorkload workload, CancellationToken cancellationToken)
    {
        foreach (var pod in workload.Pods)
        {
            if (pod.Command is null or { IsCompleted: true } && pod.IsWanted != pod.IsRunning && !pod.IsChanging)
            {
                pod.Command = commands.ExecuteCommandAsync(pod.Resource, pod.IsWanted ? KnownResourceCommands.StartCommand : KnownResourceCommands.StopCommand, cancellationToken);
            }
        }
    }
}
