using System.CommandLine;
using System.Net;

namespace VoiceAssist.Cli.Cluster;

/// <summary>What all commands of a cluster have in common: its options, the connection, and how failures end.</summary>
internal static class ClusterCommand
{
    /// <summary>Gives a command its options and its action.</summary>
    public static void SetClusterAction(this Command command, Func<ClusterArguments, ParseResult, CancellationToken, Task<int>> action)
    {
        ClusterArguments.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                return await action(ClusterArguments.From(parsed), parsed, cancel);
            }
            catch (ClusterException refused)
            {
                throw new FailureException(refused.Status switch
                {
                    HttpStatusCode.Forbidden => $"{refused.Message}. Ask for this right, or name another context with --context.",
                    HttpStatusCode.Unauthorized => $"{refused.Message}: the cluster does not know you. Log in again, or name another context with --context.",
                    _ => refused.Message,
                });
            }
            catch (UnreachableException broken)
            {
                throw new FailureException($"The connection was lost: {broken.Message}. Run the command again when the cluster answers.");
            }
        });
    }

    /// <summary>Connects to what the options name, for reading.</summary>
    public static Task<ConnectedCluster> ConnectAsync(this ClusterArguments arguments, Surroundings around, CancellationToken cancel) =>
        ConnectedCluster.ConnectAsync(ClusterTarget.Resolve(arguments, around), arguments.Timeout, around, cancel);
}
