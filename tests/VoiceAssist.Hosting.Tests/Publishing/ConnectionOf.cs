using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>A reference to the connection string that a parameter holds.</summary>
internal sealed class ConnectionOf(ParameterResource parameter) : IManifestExpressionProvider, IValueWithReferences
{
    public string ValueExpression => $"{{{parameter.Name}.connectionString}}";

    public IEnumerable<object> References => [parameter];
}
