using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The entry of a container, type <c>container.v0</c>.</summary>
internal static class ManifestContainer
{
    public static async Task WriteAsync(ManifestPublishingContext context, ContainerResource container)
    {
        if (!container.TryGetContainerImageName(out var image))
        {
            throw new DistributedApplicationException($"Container '{container.Name}' has no image. Add a {nameof(ContainerImageAnnotation)}.");
        }

        var writer = context.Writer;
        writer.WriteString("type", "container.v0");
        context.WriteConnectionString(container);
        writer.WriteString("image", image);
        if (container.Entrypoint is { } entrypoint)
        {
            writer.WriteString("entrypoint", entrypoint);
        }

        await context.WriteCommandLineArgumentsAsync(container).ConfigureAwait(false);
        WriteMounts(context, container, "bindMounts", ContainerMountType.BindMount);
        WriteMounts(context, container, "volumes", ContainerMountType.Volume);
        await context.WriteEnvironmentVariablesAsync(container).ConfigureAwait(false);
        context.WriteBindings(container);
    }

    private static void WriteMounts(ManifestPublishingContext context, ContainerResource container, string member, ContainerMountType type)
    {
        var mounts = container.Annotations.OfType<ContainerMountAnnotation>().Where(m => m.Type == type).ToArray();
        if (mounts.Length == 0)
        {
            return;
        }

        var writer = context.Writer;
        writer.WriteStartArray(member);
        foreach (var mount in mounts)
        {
            writer.WriteStartObject();
            if (type == ContainerMountType.BindMount)
            {
                writer.WriteString("source", context.GetManifestRelativePath(mount.Source));
                writer.WriteString("target", mount.Target.Replace('\\', '/'));
            }
            else
            {
                if (mount.Source is { } name)
                {
                    writer.WriteString("name", name);
                }

                writer.WriteString("target", mount.Target);
            }

            writer.WriteBoolean("readOnly", mount.IsReadOnly);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
