using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>What a callback that writes a resource's manifest entry is given.</summary>
/// <param name="executionContext">Publish mode's context.</param>
/// <param name="manifestPath">The manifest's path.</param>
/// <param name="writer">Writes the manifest; inside the resource's object when a callback is called.</param>
/// <param name="cancellationToken">Ends the publish early.</param>
public sealed class ManifestPublishingContext(
    DistributedApplicationExecutionContext executionContext,
    string manifestPath,
    Utf8JsonWriter writer,
    CancellationToken cancellationToken = default)
{
    private readonly PortAllocator _ports = new();

    /// <summary>Publish mode's context.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext ?? throw new ArgumentNullException(nameof(executionContext));

    /// <summary>The manifest's path.</summary>
    public string ManifestPath { get; } = manifestPath ?? throw new ArgumentNullException(nameof(manifestPath));

    /// <summary>Writes the manifest; inside the resource's object when a callback is called.</summary>
    public Utf8JsonWriter Writer { get; } = writer ?? throw new ArgumentNullException(nameof(writer));

    /// <summary>Ends the publish early.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    internal ManifestReferences References { get; } = new();

    /// <summary>A path relative to the manifest's directory, with <c>/</c> on every platform.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public string? GetManifestRelativePath(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(ManifestPath))
            ?? throw new DistributedApplicationException($"The manifest's path '{ManifestPath}' names no file.");
        var native = path.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);
        return Path.GetRelativePath(directory, native).Replace('\\', '/');
    }

    /// <summary>Sees to it that the resources which a value refers to are in the manifest.</summary>
    public void TryAddDependentResources(object? value) => References.Add(value);

    /// <summary>Writes <c>connectionString</c> if the resource has one.</summary>
    public void WriteConnectionString(IResource resource)
    {
        if (resource is IResourceWithConnectionString { ConnectionStringExpression: { } connectionString })
        {
            TryAddDependentResources(connectionString);
            Writer.WriteString("connectionString", References.Format(connectionString));
        }
    }

    /// <summary>Writes <c>bindings</c>: the resource's endpoints, if it has any.</summary>
    public void WriteBindings(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var bindings = ManifestBinding.Resolve(resource, _ports);
        if (bindings.Count == 0)
        {
            return;
        }

        Writer.WriteStartObject("bindings");
        foreach (var (endpoint, port, targetPort) in bindings)
        {
            Writer.WriteStartObject(endpoint.Name);
            Writer.WriteString("scheme", endpoint.UriScheme);
            Writer.WriteString("protocol", endpoint.Protocol.ToString().ToLowerInvariant());
            Writer.WriteString("transport", endpoint.Transport);
            Writer.WriteOptional("port", port);
            Writer.WriteOptional("targetPort", targetPort);
            if (endpoint.IsExternal)
            {
                Writer.WriteBoolean("external", true);
            }

            Writer.WriteEndObject();
        }

        Writer.WriteEndObject();
    }

    /// <summary>Writes <c>env</c>: what the resource's callbacks set in publish mode, if anything.</summary>
    public async Task WriteEnvironmentVariablesAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var variables = new List<(string Name, string Value)>();
        foreach (var (name, value) in await PublishedValues.GetEnvironmentAsync(resource, ExecutionContext, CancellationToken).ConfigureAwait(false))
        {
            if (Publish(value) is { } text)
            {
                variables.Add((name, text));
            }
        }

        if (variables.Count == 0)
        {
            return;
        }

        Writer.WriteStartObject("env");
        foreach (var (name, value) in variables)
        {
            Writer.WriteString(name, value);
        }

        Writer.WriteEndObject();
    }

    /// <summary>Writes <c>args</c>: what the resource's callbacks add in publish mode, if anything.</summary>
    public async Task WriteCommandLineArgumentsAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var arguments = (await PublishedValues.GetArgumentsAsync(resource, ExecutionContext, CancellationToken).ConfigureAwait(false))
            .Select(Publish).OfType<string>().ToArray();
        if (arguments.Length == 0)
        {
            return;
        }

        Writer.WriteStartArray("args");
        foreach (var argument in arguments)
        {
            Writer.WriteStringValue(argument);
        }

        Writer.WriteEndArray();
    }

    /// <summary>Writes a container's whole entry, <c>type</c> included.</summary>
    /// <exception cref="DistributedApplicationException">The container has no image.</exception>
    public Task WriteContainerAsync(ContainerResource container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return ManifestContainer.WriteAsync(this, container);
    }

    private string? Publish(object? value)
    {
        var text = PublishedValues.Format(value, References);
        if (text is not null)
        {
            TryAddDependentResources(value is IResourceBuilder<IResource> builder ? builder.Resource : value);
        }

        return text;
    }
}
