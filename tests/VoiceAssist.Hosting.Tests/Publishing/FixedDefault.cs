using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>A default that is published as it is.</summary>
internal sealed class FixedDefault(string value) : ParameterDefault
{
    public override string GetDefaultValue() => value;

    public override void WriteToManifest(ManifestPublishingContext context) => context.Writer.WriteString("value", value);
}
