using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Jobs.Following;

/// <summary>A job's events as the items of a stream that is never silent for long.</summary>
internal static class EventStream
{
    /// <summary>What the items are called.</summary>
    public const string Change = "state";

    /// <summary>An item without meaning, at the start and whenever nothing happens: it opens the stream and keeps it open.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>Well below the 60 s after which common proxies close what is silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>How long a client waits before it comes back.</summary>
    private static readonly TimeSpan Reconnection = TimeSpan.FromSeconds(1);

    /// <param name="follow">Follows the job until the token is cancelled.</param>
    /// <param name="time">Measures the silence.</param>
    /// <param name="stop">Ends the stream; the client resumes elsewhere.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static async IAsyncEnumerable<SseItem<string>> OfAsync(
        Func<CancellationToken, IAsyncEnumerable<JobEvent>> follow,
        TimeProvider time,
        CancellationToken stop,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        var events = follow(ending.Token).GetAsyncEnumerator(ending.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            yield return new SseItem<string>("", Heartbeat) { ReconnectionInterval = Reconnection };
            while (await ComesAsync(next, time) is var comes && comes != Coming.Never)
            {
                if (comes == Coming.Later)
                {
                    yield return new SseItem<string>("", Heartbeat);
                    continue;
                }

                yield return Item(events.Current);
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // The follower may be in the middle of its next step; it cannot be disposed of there.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync();
        }
    }

    private static async Task<Coming> ComesAsync(Task<bool> next, TimeProvider time)
    {
        try
        {
            return await next.WaitAsync(Silence, time) ? Coming.Now : Coming.Never;
        }
        catch (TimeoutException) when (!next.IsCompleted)
        {
            return Coming.Later;
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // What is lost here comes when the client resumes.
            return Coming.Never;
        }
    }

    private static SseItem<string> Item(JobEvent change) => new(JsonSerializer.Serialize(change, ContractJson.Default.JobEvent), Change)
    {
        EventId = change.Sequence.ToString(CultureInfo.InvariantCulture),
    };

    private enum Coming
    {
        Now,
        Later,
        Never,
    }
}
