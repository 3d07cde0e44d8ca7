using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>The services of an app host in publish mode, with its console in memory.</summary>
internal sealed class PublishApp : IAsyncDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly Lazy<ServiceProvider> _services;

    public PublishApp(string commandLine, params IResource[] resources)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(commandLine.Split(' '), CommandLineSwitches.SwitchMappings.ToDictionary()).Build();
        _services = new(() => new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(new DistributedApplicationModel(resources))
            .AddSingleton(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish))
            .AddSingleton<IDistributedApplicationEventing>(Eventing)
            .AddSingleton(new PublishConsole(_output, _error))
            .AddPublishing(Pipeline)
            .BuildServiceProvider());
    }

    public DistributedApplicationPipeline Pipeline { get; } = new();

    public DistributedApplicationEventing Eventing { get; } = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public IServiceProvider Services => _services.Value;

    public Task<int> RunAsync(CancellationToken? cancellationToken = null) =>
        PublishRunner.RunAsync(Services, cancellationToken ?? TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.IsValueCreated ? _services.Value.DisposeAsync() : ValueTask.CompletedTask;
}
