namespace Aspire.Hosting.ApplicationModel;

/// <summary>The icon of a resource in the dashboard.</summary>
/// <param name="iconName">A name of the Fluent UI icon set.</param>
/// <param name="iconVariant">Its look.</param>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>A name of the Fluent UI icon set.</summary>
    public string IconName { get; } = iconName ?? throw new ArgumentNullException(nameof(iconName));

    /// <summary>Its look.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}
