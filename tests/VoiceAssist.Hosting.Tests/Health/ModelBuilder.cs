using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VoiceAssist.Hosting.Tests.Health;

/// <summary>As much of an app's builder as an extension method of one resource needs.</summary>
internal sealed class ModelBuilder<T>(T resource) : IResourceBuilder<T>, IDistributedApplicationBuilder
    where T : IResource
{
    public T Resource { get; } = resource;

    public IDistributedApplicationBuilder ApplicationBuilder => this;

    public IServiceCollection Services { get; } = new ServiceCollection().AddLogging();

    public ConfigurationManager Configuration { get; } = new();

    public IHostEnvironment Environment { get; } = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" }).Environment;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public string AppHostDirectory => AppContext.BaseDirectory;

    public Assembly? AppHostAssembly => null;

#pragma warning disable ASPIREPIPELINES001
    public IDistributedApplicationPipeline Pipeline => throw new NotSupportedException("This builder has no pipeline.");
#pragma warning restore ASPIREPIPELINES001

    public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation
    {
        Resource.Annotations.Add(annotation);
        return this;
    }

    public IResourceBuilder<TOther> AddResource<TOther>(TOther resource)
        where TOther : IResource => throw new NotSupportedException("This builder builds one resource.");

    public IResourceBuilder<TOther> CreateResourceBuilder<TOther>(TOther resource)
        where TOther : IResource => new ModelBuilder<TOther>(resource);

    public DistributedApplication Build() => throw new NotSupportedException("This builder builds one resource.");
}
