using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds a command to a resource; replaces the one of the same name.</summary>
    /// <param name="builder">The resource's builder.</param>
    /// <param name="name">Unique among the resource's commands.</param>
    /// <param name="displayName">The name to show.</param>
    /// <param name="executeCommand">Does it; called for the instance on which the command is used.</param>
    /// <param name="commandOptions">What else there is to say of it.</param>
    [OverloadResolutionPriority(1)]
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        CommandOptions? commandOptions = null)
        where T : IResource
    {
        commandOptions ??= new();
#pragma warning disable CS0618 // the parameter is handed through to the dashboard
        return AddCommand(builder, new(
            name,
            displayName,
            commandOptions.UpdateState ?? AlwaysEnabled,
            executeCommand,
            commandOptions.Description,
            commandOptions.Parameter,
            commandOptions.ConfirmationMessage,
            commandOptions.IconName,
            commandOptions.IconVariant,
            commandOptions.IsHighlighted));
#pragma warning restore CS0618
    }

    /// <inheritdoc cref="WithCommand{T}(IResourceBuilder{T}, string, string, Func{ExecuteCommandContext, Task{ExecuteCommandResult}}, CommandOptions?)"/>
    [Obsolete("This method is obsolete and will be removed in a future version. Use the overload that accepts a CommandOptions instance instead.")]
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        Func<UpdateCommandStateContext, ResourceCommandState>? updateState = null,
        string? displayDescription = null,
        object? parameter = null,
        string? confirmationMessage = null,
        string? iconName = null,
        IconVariant? iconVariant = null,
        bool isHighlighted = false)
        where T : IResource =>
        AddCommand(builder, new(
            name,
            displayName,
            updateState ?? AlwaysEnabled,
            executeCommand,
            displayDescription,
            parameter,
            confirmationMessage,
            iconName,
            iconVariant,
            isHighlighted));

    private static ResourceCommandState AlwaysEnabled(UpdateCommandStateContext context) => ResourceCommandState.Enabled;

    private static IResourceBuilder<T> AddCommand<T>(IResourceBuilder<T> builder, ResourceCommandAnnotation command)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        var annotations = builder.Resource.Annotations;
        foreach (var replaced in annotations.OfType<ResourceCommandAnnotation>().Where(c => c.Name == command.Name).ToArray())
        {
            annotations.Remove(replaced);
        }

        return builder.WithAnnotation(command);
    }
}
