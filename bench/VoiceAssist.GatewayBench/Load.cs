using System.Diagnostics;

namespace VoiceAssist.GatewayBench;

/// <summary>Two kinds of load on one address.</summary>
/// <param name="address">Where to.</param>
/// <param name="request">The request, as it goes over the wire.</param>
/// <param name="connections">How many at a time.</param>
internal sealed class Load(Uri address, byte[] request, int connections)
{
    /// <summary>Each connection sends the next request when it has the answer to the last.</summary>
    /// <returns>Requests per second.</returns>
    public async Task<double> FloodAsync(TimeSpan duration)
    {
        var begin = Stopwatch.GetTimestamp();
        var sent = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => OnConnectionAsync(async connection =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(begin) < duration; count++)
            {
                await connection.SendAsync();
            }

            return count;
        })));
        return sent.Sum() / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <summary>
    /// Requests start by a fixed schedule. A latency counts from when the request should have started, so that a server that holds
    /// everybody up is not measured by the few requests that were sent meanwhile (coordinated omission).
    /// </summary>
    /// <returns>The latencies, sorted.</returns>
    public async Task<TimeSpan[]> PaceAsync(double perSecond, TimeSpan duration)
    {
        var begin = Stopwatch.GetTimestamp();
        var latencies = new TimeSpan[(int)(perSecond * duration.TotalSeconds)];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => OnConnectionAsync(async connection =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < latencies.Length;)
            {
                var due = TimeSpan.FromSeconds(i / perSecond);
                if (due - Stopwatch.GetElapsedTime(begin) is { } pause && pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }

                await connection.SendAsync();
                latencies[i] = Stopwatch.GetElapsedTime(begin) - due;
            }

            return 0;
        })));
        Array.Sort(latencies);
        return latencies;
    }

    private async Task<int> OnConnectionAsync(Func<Connection, Task<int>> send)
    {
        using var connection = await Connection.OpenAsync(address, request);
        return await send(connection);
    }
}
