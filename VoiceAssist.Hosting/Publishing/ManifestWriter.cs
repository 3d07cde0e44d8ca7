using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the manifest of a model: its resources in order, then what they refer to, derived entries last.</summary>
internal sealed class ManifestWriter(ManifestPublishingContext context)
{
    public async Task WriteModelAsync(DistributedApplicationModel model)
    {
        context.References.Reserve(model.Resources);
        context.Writer.WriteStartObject();
        context.Writer.WriteStartObject("resources");
        var written = new HashSet<IResource>();
        foreach (var resource in model.Resources)
        {
            written.Add(resource);
            await WriteResourceAsync(resource).ConfigureAwait(false);
        }

        await WriteReferencedAsync(model, written).ConfigureAwait(false);
        foreach (var parameter in context.References.Formatted.Remaining)
        {
            WriteFormatted(parameter);
        }

        await WriteConditionalsAsync().ConfigureAwait(false);
        context.Writer.WriteEndObject();
        context.Writer.WriteEndObject();
        await context.Writer.FlushAsync(context.CancellationToken).ConfigureAwait(false);
    }

    private async Task WriteResourceAsync(IResource resource)
    {
        if (EntryOf(resource) is not { } write)
        {
            return;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        context.Writer.WriteStartObject(resource.Name);
        var depth = context.Writer.CurrentDepth;
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new DistributedApplicationException($"The manifest entry of resource '{resource.Name}' cannot be written: {error.Message}", error);
        }

        if (context.Writer.CurrentDepth != depth)
        {
            throw new DistributedApplicationException(
                $"The manifest callback of resource '{resource.Name}' has left an object or array open, or closed one too many.");
        }

        context.Writer.WriteEndObject();
        if (resource is ParameterResource parameter)
        {
            WriteFormatted(parameter);
        }
    }

    /// <summary>What writes a resource's entry; null leaves the resource out.</summary>
    private Func<Task>? EntryOf(IResource resource)
    {
        if (resource.TryGetLastAnnotation<ManifestPublishingCallbackAnnotation>(out var annotation))
        {
            return annotation.Callback is { } callback ? () => callback(context) : null;
        }

        return resource switch
        {
            ContainerResource container => () => context.WriteContainerAsync(container),
            ProjectResource project => () => ManifestEntry.WriteProjectAsync(context, project),
            ExecutableResource executable => () => ManifestEntry.WriteExecutableAsync(context, executable),
            ParameterResource parameter => () => ManifestEntry.WriteParameter(context, parameter),
            IResourceWithConnectionString => () => ManifestEntry.WriteValue(context, resource),
            _ => () => ManifestEntry.WriteUnsupported(context),
        };
    }

    /// <summary>Writes what is referred to without being in the model, which in turn may refer to more.</summary>
    private async Task WriteReferencedAsync(DistributedApplicationModel model, HashSet<IResource> written)
    {
        while (context.References.Resources.FirstOrDefault(r => !written.Contains(r)) is { } resource)
        {
            written.Add(resource);
            if (!model.Resources.TryGetByName(resource.Name, out _))
            {
                await WriteResourceAsync(resource).ConfigureAwait(false);
            }
        }
    }

    private void WriteFormatted(ParameterResource parameter)
    {
        foreach (var (name, format) in context.References.Formatted.Take(parameter))
        {
            context.Writer.WriteStartObject(name);
            context.Writer.WriteString("type", "annotated.string");
            context.Writer.WriteString("value", parameter.ValueExpression);
            context.Writer.WriteString("filter", format);
            context.Writer.WriteEndObject();
        }
    }

    private async Task WriteConditionalsAsync()
    {
        foreach (var (name, conditional) in context.References.Conditionals.ToArray())
        {
            // The condition is decided now; the branch stays an expression, so that no secret in it is ever resolved.
            var value = await conditional.Condition!.GetValueAsync(context.CancellationToken).ConfigureAwait(false);
            var branch = string.Equals(value, conditional.MatchValue, StringComparison.OrdinalIgnoreCase) ? conditional.WhenTrue! : conditional.WhenFalse!;
            context.Writer.WriteStartObject(name);
            context.Writer.WriteString("type", "value.v0");
            context.Writer.WriteString("connectionString", context.References.Format(branch));
            context.Writer.WriteEndObject();
        }
    }
}
