using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>A default that is generated; publishing must describe it and never ask for it.</summary>
internal sealed class GeneratedDefault(int minLength, bool special = true, int minLower = 0) : ParameterDefault
{
    public override string GetDefaultValue() => throw new InvalidOperationException("A generated value was asked for.");

    public override void WriteToManifest(ManifestPublishingContext context)
    {
        context.Writer.WriteStartObject("generate");
        context.Writer.WriteNumber("minLength", minLength);
        if (!special)
        {
            context.Writer.WriteBoolean("special", false);
        }

        if (minLower > 0)
        {
            context.Writer.WriteNumber("minLower", minLower);
        }

        context.Writer.WriteEndObject();
    }
}
