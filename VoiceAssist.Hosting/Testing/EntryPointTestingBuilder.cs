namespace Aspire.Hosting.Testing;

/// <summary>The builder of an app host whose entry point waits for it to be built.</summary>
internal sealed class EntryPointTestingBuilder(DistributedApplicationBuilder builder, EntryPointRun run) : TestingBuilder(builder)
{
    private DistributedApplication? _app;

    public override async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        _app ??= await run.BuildAsync(cancellationToken).ConfigureAwait(false);

    public override async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync().ConfigureAwait(false);
        }

        run.Abandon();
        await run.WaitForEndAsync().ConfigureAwait(false);
    }
}
