using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Executes commands of resources.</summary>
public class ResourceCommandService
{
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;
    private readonly IServiceProvider _services;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services)
    {
        _notifications = notifications;
        _loggers = loggers;
        _services = services;
    }

    /// <summary>Executes a command of an instance.</summary>
    /// <param name="resourceId">An instance's name, or the name of a resource that has one instance.</param>
    /// <param name="commandName">The command's name.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    /// <returns>A failure, not an exception, also when the command throws or there is no such resource or command.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        ArgumentNullException.ThrowIfNull(commandName);
        if (!_notifications.TryGetCurrentState(resourceId, out var instance))
        {
            var known = _notifications.CurrentStates().Select(e => e.ResourceId);
            return CommandResults.Failure($"Resource '{resourceId}' not found. Resources: {string.Join(", ", known)}.");
        }

        return await ExecuteAsync(instance.Resource, instance.ResourceId, commandName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Executes a command of every instance of a resource, all at once.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="commandName">The command's name.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    /// <returns>A success when all of them succeed.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(commandName);
        var names = resource.GetInstanceNames();
        var results = await Task.WhenAll(names.Select(n => ExecuteAsync(resource, n, commandName, cancellationToken))).ConfigureAwait(false);
        return results.Length == 1 ? results[0] : Combine(names, results);
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string instanceName, string commandName, CancellationToken cancellationToken)
    {
        var commands = resource.Annotations.OfType<ResourceCommandAnnotation>().ToArray();
        if (commands.FirstOrDefault(c => c.Name == commandName) is not { } command)
        {
            return CommandResults.Failure(
                $"Command '{commandName}' not available for resource '{instanceName}'. Commands: {string.Join(", ", commands.Select(c => c.Name))}.");
        }

        var logger = _loggers.GetLogger(instanceName);
        logger.LogInformation("Executing command '{CommandName}'.", commandName);
        try
        {
            var result = await command.ExecuteCommand(new()
            {
                ServiceProvider = _services,
                ResourceName = instanceName,
                CancellationToken = cancellationToken,
                Logger = logger,
            }).ConfigureAwait(false);
            logger.LogInformation("Command '{CommandName}' {Outcome}.", commandName, Outcome(result));
            return result;
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Command '{CommandName}' was canceled.", commandName);
            return CommandResults.Canceled();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Command '{CommandName}' failed.", commandName);
            return CommandResults.Failure(e);
        }
    }

    private static string Outcome(ExecuteCommandResult result) =>
        result.Success ? "succeeded" : result.Canceled ? "was canceled" : $"failed: {result.Message}";

    private static ExecuteCommandResult Combine(IReadOnlyList<string> names, ExecuteCommandResult[] results)
    {
        var failures = names.Zip(results).Where(r => r.Second is { Success: false, Canceled: false }).ToArray();
        if (failures.Length > 0)
        {
            return CommandResults.Failure(string.Join(Environment.NewLine, failures.Select(f => $"Resource '{f.First}': {f.Second.Message}")));
        }

        return results.Any(r => r.Canceled)
            ? CommandResults.Canceled()
            : new() { Success = true, Data = results.FirstOrDefault(r => r.Data is not null)?.Data };
    }
}
