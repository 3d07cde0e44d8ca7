using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a parameter's value is when nobody gave one.</summary>
public abstract class ParameterDefault
{
    /// <summary>Writes the default into the parameter's manifest entry.</summary>
    public abstract void WriteToManifest(ManifestPublishingContext context);

    /// <summary>The value; generated ones differ from call to call.</summary>
    public abstract string GetDefaultValue();
}
