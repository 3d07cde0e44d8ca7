using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Aspire.Hosting.Dcp.Model;
using Polly;
using Polly.Retry;

namespace Aspire.Hosting.Dcp;

/// <summary>Sends requests to one API server: trusts its certificate alone, retries while it cannot be reached, reads its refusals.</summary>
internal sealed class DcpConnection : IDisposable
{
    // 100 ms doubling up to 5 s: with eight attempts DCP has about 16 s to come back.
    private const int RetryAttempts = 8;
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly X509Certificate2Collection _authorities;
    private readonly ResiliencePipeline _once = ResiliencePipeline.Empty;
    private readonly ResiliencePipeline _repeatable;
    private readonly ResiliencePipeline _unrepeatable;

    public DcpConnection(Kubeconfig kubeconfig, TimeProvider timeProvider)
    {
        _authorities = kubeconfig.ReadAuthorities();
        var chainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        chainPolicy.CustomTrustStore.AddRange(_authorities);

        // HTTP/1.1: a watch or a followed log keeps its connection for itself and is ended by closing it.
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            SslOptions = { CertificateChainPolicy = chainPolicy },
        })
        {
            BaseAddress = kubeconfig.Server,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", kubeconfig.Token) },
        };
        // Another certificate does not become ours; everything else, a reset in the middle of an answer too, may pass.
        _repeatable = Retry(timeProvider, e => e.HttpRequestError is not HttpRequestError.SecureConnectionError);
        _unrepeatable = Retry(timeProvider, e => e.HttpRequestError is HttpRequestError.ConnectionError);
    }

    /// <summary>
    /// Sends and, on success, hands over an answer whose body is still unread; the caller disposes of it. Without
    /// <paramref name="retry"/> an unreachable server is reported at once.
    /// </summary>
    /// <exception cref="DcpApiException">DCP refused, or could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(DcpRequest request, CancellationToken cancellationToken, bool retry = true)
    {
        var pipeline = !retry ? _once : request.IsRepeatable ? _repeatable : _unrepeatable;
        HttpResponseMessage response;
        try
        {
            response = await pipeline.ExecuteAsync(
                async token =>
                {
                    using var message = request.ToMessage();
                    return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new DcpApiException(
                $"{request}: DCP does not answer at {_http.BaseAddress}: {e.Message}", request.Kind, request.ObjectName, null, e);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(request, response, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }
    }

    private static async Task<DcpApiException> RefusalAsync(DcpRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var reason = body;
        try
        {
            reason = JsonSerializer.Deserialize(body, DcpJson.Default.DcpStatus)?.Message ?? body;
        }
        catch (JsonException)
        {
            // Plain text, from a handler that does not speak Kubernetes' Status.
        }

        return new DcpApiException(
            $"{request}: DCP answered {(int)response.StatusCode} {response.ReasonPhrase}: {reason.Trim()}",
            request.Kind, request.ObjectName, response.StatusCode);
    }

    private static ResiliencePipeline Retry(TimeProvider timeProvider, Func<HttpRequestException, bool> shouldRetry) =>
        new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle(shouldRetry),
                MaxRetryAttempts = RetryAttempts,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstRetryDelay,
                MaxDelay = LongestRetryDelay,
            })
            .Build();
}
