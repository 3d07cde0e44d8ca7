namespace Aspire.Hosting.Testing;

/// <summary>The builder of a model that the test itself writes.</summary>
internal sealed class PlainTestingBuilder(DistributedApplicationBuilder builder) : TestingBuilder(builder)
{
    private readonly DistributedApplicationBuilder _builder = builder;
    private TestedApplication? _app;

    public override Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<DistributedApplication>(_app ??= new(_builder.BuildHost(), run: null));

    public override ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
