using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost;

/// <summary>Who may use the gateway.</summary>
internal static class ApiKeyExtensions
{
    /// <summary>The parameter, and its key in the Secret of what is published.</summary>
    private const string Parameter = "voiceassist-api-keys";

    /// <summary>Everybody on a developer's own machine; elsewhere the keys' hashes are a secret to be given.</summary>
    public static IResourceBuilder<ProjectResource> WithApiKeys(this IResourceBuilder<ProjectResource> gateway)
    {
        var app = gateway.ApplicationBuilder;
        return app.ExecutionContext.IsRunMode && app.Environment.IsDevelopment()
            ? gateway
            : gateway.WithEnvironment(SettingNames.ApiKeys, app.AddParameter(Parameter, secret: true));
    }
}
