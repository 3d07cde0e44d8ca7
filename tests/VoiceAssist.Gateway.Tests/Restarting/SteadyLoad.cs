using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Restarting;

/// <summary>Submits jobs at a steady rate, whatever becomes of them, until it is stopped.</summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client;
    private readonly ApiKeyPair _key;
    private readonly ConcurrentBag<string> _failures = [];
    private readonly Task<int> _sending;

    public SteadyLoad(Uri address, int perSecond, ApiKeyPair key)
    {
        (_client, _key) = (new HttpClient { BaseAddress = address }, key);
        _sending = SendAsync(perSecond);
    }

    /// <summary>What went wrong, request by request.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Stops, and waits for the answers that are still out.</summary>
    /// <returns>How many requests were sent.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _sending;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task<int> SendAsync(int perSecond)
    {
        var start = TimeProvider.System.GetTimestamp();
        var requests = new List<Task>();
        using var timer = new PeriodicTimer(Tick);
        while (!_stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync();
            while (requests.Count < TimeProvider.System.GetElapsedTime(start).TotalSeconds * perSecond)
            {
                requests.Add(SubmitAsync(requests.Count));
            }
        }

        await Task.WhenAll(requests);
        return requests.Count;
    }

    private async Task SubmitAsync(int number)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, EndpointPaths.Jobs)
            {
                Content = JsonContent.Create(new JobSubmission($"set a timer for {number} seconds"), ContractJson.Default.JobSubmission),
            };
            request.Headers.Authorization = _key.Header;
            using var response = await _client.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.Accepted)
            {
                _failures.Add($"{number}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
        }
        catch (HttpRequestException e)
        {
            _failures.Add($"{number}: {e.Message}");
        }
    }
}
