using System.Net.Sockets;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>Sends requests when they are due, however slowly earlier ones are answered.</summary>
internal sealed class LoadGenerator(LoadRequest request, LoadOptions options, TimeProvider time) : IDisposable
{
    // New connections go to new pods where a balancer works by connection, as kube-proxy does.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromSeconds(5);

    private readonly LoadRecorder _recorder = new();
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = options.MostUnderWay,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
    });

    private int _underWay;
    private long _start;

    /// <summary>What came of it so far.</summary>
    public LoadResult Result => _recorder.ToResult(_start == 0 ? TimeSpan.Zero : time.GetElapsedTime(_start));

    public (long Ended, long Succeeded) SoFar => _recorder.SoFar;

    /// <summary>Sends a load to its end, or until cancelled, and waits for the answers that are under way.</summary>
    public async Task<LoadResult> RunAsync(LoadProfile profile, CancellationToken cancel)
    {
        var start = _start = time.GetTimestamp();
        using var allDone = new CountdownEvent(1);
        try
        {
            // The seed makes a run repeatable; nothing secret hangs on it.
            foreach (var due in ArrivalTimes.Of(profile, options.Speed, options.Jitter, new Random(options.Seed)))
            {
                if (due - time.GetElapsedTime(start) is var early && early > TimeSpan.Zero)
                {
                    // Timers tick in whole milliseconds; what is due within the next one is sent with it.
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), time, cancel);
                }

                cancel.ThrowIfCancellationRequested();
                Send(start, due, allDone, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What was measured up to here still counts.
        }

        var lasted = time.GetElapsedTime(start);
        allDone.Signal();
        await Task.Run(() => allDone.Wait(CancellationToken.None), CancellationToken.None);
        return _recorder.ToResult(lasted);
    }

    public void Dispose() => _client.Dispose();

    private void Send(long start, TimeSpan due, CountdownEvent allDone, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _underWay) > options.MostUnderWay)
        {
            Interlocked.Decrement(ref _underWay);
            _recorder.Record(due, RequestOutcome.NotSent);
            return;
        }

        allDone.AddCount();
        _ = Task.Run(() => SendAsync(start, due, allDone, cancel), CancellationToken.None);
    }

    private async Task SendAsync(long start, TimeSpan due, CountdownEvent allDone, CancellationToken cancel)
    {
        var sent = time.GetElapsedTime(start);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var message = request.ToMessage();
            using var response = await _client.SendAsync(message, limit.Token);
            await response.Content.CopyToAsync(Stream.Null, limit.Token);
            Record(response.IsSuccessStatusCode ? RequestOutcome.Succeeded : RequestOutcome.BadStatus, (int)response.StatusCode);
        }
        catch (OperationCanceledException)
        {
            if (!cancel.IsCancellationRequested)
            {
                Record(RequestOutcome.TimedOut, null);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            _recorder.Record(due, e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } }
                ? RequestOutcome.Refused
                : RequestOutcome.Broken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            allDone.Signal();
        }

        void Record(RequestOutcome outcome, int? status)
        {
            var now = time.GetElapsedTime(start);
            _recorder.Record(due, outcome, status, now - due, now - sent);
        }
    }
}
