using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The resources that no program stands for: parameters, connection strings, and children such as databases.</summary>
internal sealed class ValueResources(DistributedApplicationModel model, ResourceNotificationService notifications)
{
    private const string ValueProperty = "Value";

    /// <summary>Shows the value of each parameter; one without a value fails those that need it, not the app.</summary>
    public Task PublishParametersAsync(CancellationToken cancellationToken) => Task.WhenAll(model.Resources.OfType<ParameterResource>().Select(async parameter =>
    {
        var (value, error) = await ReadAsync(() => parameter.GetValueAsync(cancellationToken)).ConfigureAwait(false);
        await notifications.PublishUpdateAsync(parameter, s => s with
        {
            State = error is null ? KnownResourceStates.Running : new ResourceStateSnapshot(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn),
            Properties = s.Properties.With(new ResourcePropertySnapshot(ValueProperty, value ?? error) { IsSensitive = parameter.Secret && error is null }),
        }).ConfigureAwait(false);
    }));

    /// <summary>Shows the connection strings, once the endpoints in them are allocated.</summary>
    public Task PublishConnectionStringsAsync(CancellationToken cancellationToken) => Task.WhenAll(model.Resources.OfType<IResourceWithConnectionString>().Select(async resource =>
    {
        var (value, error) = await ReadAsync(() => resource.GetConnectionStringAsync(cancellationToken)).ConfigureAwait(false);
        await notifications.PublishUpdateAsync(resource, s => s with
        {
            State = resource is not ConnectionStringResource ? s.State
                : error is null ? KnownResourceStates.Running
                : new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            Properties = s.Properties.With(new ResourcePropertySnapshot(KnownProperties.Resource.ConnectionString, value ?? error) { IsSensitive = error is null }),
        }).ConfigureAwait(false);
    }));

    /// <summary>A child lives as its parent does; until cancelled.</summary>
    public async Task FollowParentsAsync(CancellationToken cancellationToken)
    {
        var children = model.Resources.OfType<IResourceWithParent>()
            .Where(c => !c.HasAnnotationOfType<DcpInstancesAnnotation>())
            .ToLookup(c => c.Parent);
        if (children.Count == 0)
        {
            return;
        }

        await foreach (var change in notifications.WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var child in children[change.Resource])
            {
                await notifications.PublishUpdateAsync(child, s => s with
                {
                    State = change.Snapshot.State,
                    ExitCode = change.Snapshot.ExitCode,
                    StartTimeStamp = change.Snapshot.StartTimeStamp,
                    StopTimeStamp = change.Snapshot.StopTimeStamp,
                }).ConfigureAwait(false);
            }
        }
    }

    private static async Task<(string? Value, string? Error)> ReadAsync(Func<ValueTask<string?>> read)
    {
        try
        {
            return (await read().ConfigureAwait(false), null);
        }
        catch (DistributedApplicationException e)
        {
            return (null, e.Message);
        }
    }
}
