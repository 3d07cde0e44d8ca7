namespace Aspire.Hosting.ApplicationModel;

/// <summary>The look of an icon.</summary>
public enum IconVariant
{
    /// <summary>Outlines.</summary>
    Regular,

    /// <summary>Filled.</summary>
    Filled,
}
