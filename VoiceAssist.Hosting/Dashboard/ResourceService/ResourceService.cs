using Aspire.Hosting.ApplicationModel;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Proto = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Dashboard;

/// <summary>Answers what the dashboard asks of the app host.</summary>
internal sealed class ResourceService(
    ResourceServiceOptions options,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    ResourceCommandService commands,
    IHostApplicationLifetime lifetime,
    ILogger<ResourceService> logger) : Proto.DashboardService.DashboardServiceBase
{
    public override Task<Proto.ApplicationInformationResponse> GetApplicationInformation(Proto.ApplicationInformationRequest request, ServerCallContext context)
    {
        logger.LogDebug("The dashboard calls {Method}.", context.Method);
        return Task.FromResult(new Proto.ApplicationInformationResponse { ApplicationName = options.ApplicationName });
    }

    public override Task WatchResources(Proto.WatchResourcesRequest request, IServerStreamWriter<Proto.WatchResourcesUpdate> responseStream, ServerCallContext context) =>
        UntilCancelledAsync(context, async cancellationToken =>
        {
            using var subscription = notifications.Subscribe();
            var initial = true;
            foreach (var batch in MessageBatches.Of(subscription.Current.Select(ResourceMapper.ToProto), r => r.CalculateSize()))
            {
                await responseStream.WriteAsync(initial ? new() { InitialData = new() { Resources = { batch } } } : Upserts(batch), cancellationToken).ConfigureAwait(false);
                initial = false;
            }

            while (await subscription.Changes.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                // An upsert replaces the whole resource: of several changes that have gathered the last one is enough.
                Dictionary<string, ResourceEvent> latest = [];
                while (subscription.Changes.TryRead(out var change))
                {
                    latest[change.ResourceId] = change;
                }

                foreach (var batch in MessageBatches.Of(latest.Values.Select(ResourceMapper.ToProto), r => r.CalculateSize()))
                {
                    await responseStream.WriteAsync(Upserts(batch), cancellationToken).ConfigureAwait(false);
                }
            }
        });

    public override Task WatchResourceConsoleLogs(
        Proto.WatchResourceConsoleLogsRequest request, IServerStreamWriter<Proto.WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context) =>
        UntilCancelledAsync(context, async cancellationToken =>
        {
            if (!notifications.TryGetCurrentState(request.ResourceName, out var instance))
            {
                return;
            }

            var batches = request.SuppressFollow ? loggers.GetAllAsync(instance.ResourceId) : loggers.WatchAsync(instance.ResourceId);
            await foreach (var lines in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (var batch in MessageBatches.Of(lines.Select(ToProto), l => l.CalculateSize(), maxBytes: 1024 * 1024).Where(b => b.Count > 0))
                {
                    await responseStream.WriteAsync(new() { LogLines = { batch } }, cancellationToken).ConfigureAwait(false);
                }
            }
        });

    public override async Task<Proto.ResourceCommandResponse> ExecuteResourceCommand(Proto.ResourceCommandRequest request, ServerCallContext context) =>
        CommandMapper.ToProto(await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, context.CancellationToken).ConfigureAwait(false));

    public override Task WatchInteractions(
        IAsyncStreamReader<Proto.WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<Proto.WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context) =>
        UntilCancelledAsync(context, async cancellationToken =>
        {
            // The host never asks anything, but a dashboard without this stream believes that the host is gone.
            await context.WriteResponseHeadersAsync([]).ConfigureAwait(false);
            while (await requestStream.MoveNext(cancellationToken).ConfigureAwait(false))
            {
            }
        });

    private static Proto.WatchResourcesUpdate Upserts(IReadOnlyList<Proto.Resource> resources) => new()
    {
        Changes = new() { Value = { resources.Select(r => new Proto.WatchResourcesChange { Upsert = r }) } },
    };

    private static Proto.ConsoleLogLine ToProto(LogLine line) => new()
    {
        LineNumber = line.LineNumber,
        Text = MessageBatches.Cut(line.Content),
        IsStdErr = line.IsErrorMessage,
    };

    /// <summary>A stream ends quietly when the dashboard leaves or the host stops.</summary>
    private async Task UntilCancelledAsync(ServerCallContext context, Func<CancellationToken, Task> stream)
    {
        logger.LogDebug("The dashboard calls {Method}.", context.Method);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await stream(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (either.IsCancellationRequested && e is OperationCanceledException or IOException or InvalidOperationException)
        {
        }
    }
}
