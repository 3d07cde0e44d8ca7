using k8s;

namespace VoiceAssist.Cli.Cluster;

/// <summary>KubernetesClient's connection (certificates, tokens, exec plugins), for requests of our own.</summary>
// Typed clients would drop fields they do not know; drift and rollback must see every field.
internal sealed class Transport : Kubernetes
{
    public Transport(ClusterTarget target)
        : base(WithProxy(target))
    {
        // Web sockets are connections of their own, which the library sends past the proxy.
        if (target.Proxy is { } proxy)
        {
            CreateWebSocketBuilder = () =>
            {
                var builder = new WebSocketBuilder();
                builder.Options.Proxy = proxy;
                return builder;
            };
        }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(request, cancel);
        }

        return await HttpClient.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
    }

    private static KubernetesClientConfiguration WithProxy(ClusterTarget target)
    {
        if (target.Proxy is { } proxy)
        {
            target.Configuration.FirstMessageHandlerSetup = handler => handler.Proxy = proxy;
        }

        return target.Configuration;
    }
}
