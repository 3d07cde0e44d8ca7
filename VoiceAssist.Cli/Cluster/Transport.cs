using k8s;

namespace VoiceAssist.Cli.Cluster;

/// <summary>KubernetesClient's connection (certificates, tokens, exec plugins), for requests of our own.</summary>
// Typed clients would drop fields they do not know; drift and rollback must see every field.
internal sealed class Transport(KubernetesClientConfiguration configuration) : Kubernetes(configuration)
{
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(request, cancel);
        }

        return await HttpClient.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
    }
}
