using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <inheritdoc cref="IDistributedApplicationBuilder"/>
internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly IBuilderInterceptor? _interceptor;
    private IServiceProvider? _services;

    /// <param name="options">How the app host is built.</param>
    /// <param name="settings">How its host is built, where a test says so.</param>
    /// <param name="interceptor">Takes part in the build.</param>
    public DistributedApplicationBuilder(DistributedApplicationOptions options, HostApplicationBuilderSettings? settings = null, IBuilderInterceptor? interceptor = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _interceptor = interceptor;
        AppHostAssembly = options.ResolveAssembly();
        var metadata = new AppHostMetadata(AppHostAssembly);
        AppHostDirectory = options.ProjectDirectory ?? metadata.ProjectDirectory ?? Directory.GetCurrentDirectory();
        _host = new(new HostApplicationBuilderSettings
        {
            ApplicationName = settings?.ApplicationName ?? AppHostAssembly?.GetName().Name,
            ContentRootPath = settings?.ContentRootPath ?? AppHostDirectory,
            EnvironmentName = settings?.EnvironmentName,
            Configuration = settings?.Configuration,
        });
        var projectName = metadata.ProjectName ?? _host.Environment.ApplicationName;
        Configuration.AddCommandLine(settings?.Args ?? options.Args ?? [], new Dictionary<string, string>(CommandLineSwitches.SwitchMappings));
        Request = PublishRequest.FromConfiguration(Configuration);
        ExecutionContext = new(Request.Operation, () => _services);
        Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = AppHostDirectory,
            ["AppHost:Path"] = Path.Join(AppHostDirectory, projectName),
            ["AppHost:DashboardApplicationName"] = options.DashboardApplicationName ?? _host.Environment.ApplicationName,

            // Published names must not depend on where the checkout is; running ones must.
            ["AppHost:Sha256"] = Sha256(ExecutionContext.IsPublishMode ? projectName : Path.Join(AppHostDirectory, projectName).ToLowerInvariant()),
        });
        HostServices.Add(this, options);
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public IDistributedApplicationPipeline Pipeline => PipelineSteps;

    public IResourceCollection Resources { get; } = new ResourceCollection();

    internal PublishRequest Request { get; }

    internal DistributedApplicationPipeline PipelineSteps { get; } = new();

    internal HostApplicationBuilder Host => _host;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new DistributedApplicationResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        _interceptor?.Building(this);
        var host = BuildHost();
        return _interceptor?.Built(host) ?? new(host);
    }

    internal IHost BuildHost()
    {
        var host = _host.Build();
        _services = host.Services;
        return host;
    }

    private static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
