using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting.Parameters;

/// <summary>A generated value that is kept in the app host's user secrets.</summary>
internal sealed class UserSecretsParameterDefault(Assembly appHost, string name, ParameterDefault inner) : ParameterDefault
{
    public override string GetDefaultValue()
    {
        var id = appHost.GetCustomAttribute<UserSecretsIdAttribute>()?.UserSecretsId;
        return id is null ? inner.GetDefaultValue() : new UserSecretsFile(id).GetOrAdd(ParameterConfiguration.Key(name), inner.GetDefaultValue);
    }

    public override void WriteToManifest(ManifestPublishingContext context) => inner.WriteToManifest(context);
}
