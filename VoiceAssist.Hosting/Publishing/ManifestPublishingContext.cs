using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes a manifest.</summary>
public sealed class ManifestPublishingContext(DistributedApplicationExecutionContext executionContext, string manifestPath, Utf8JsonWriter writer, CancellationToken cancellationToken = default)
{
    /// <summary>Publish mode's context.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The manifest's absolute path.</summary>
    public string ManifestPath { get; } = manifestPath;

    /// <summary>The writer, inside the resource's object.</summary>
    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>Ends the publish early.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
