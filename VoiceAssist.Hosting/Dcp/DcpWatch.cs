using System.Runtime.CompilerServices;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>One endless watch made of as many streams as it takes.</summary>
internal sealed class DcpWatch<T>(
    DcpConnection connection,
    Func<CancellationToken, Task<IReadOnlyList<T>>> list,
    TimeProvider timeProvider)
    where T : class, IDcpObject<T>
{
    // Between two streams, so that a server that ends each at once is not overrun.
    private static readonly TimeSpan ReopenDelay = TimeSpan.FromMilliseconds(100);

    /// <exception cref="DcpApiException">The server could not be reached again.</exception>
    public async IAsyncEnumerable<DcpWatchEvent<T>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = new DcpWatchState<T>();
        while (true)
        {
            using var response = await connection.SendAsync(DcpRequest.For<T>(HttpMethod.Get, suffix: "?watch=true"), cancellationToken).ConfigureAwait(false);

            // The stream is open: what the list lacks was deleted before, what is deleted from now on the stream reports.
            if (!state.IsEmpty)
            {
                foreach (var deletion in state.RemoveAllBut(await list(cancellationToken).ConfigureAwait(false)))
                {
                    yield return deletion;
                }
            }

            var lines = new LineReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (state.Apply(line) is { } change)
                {
                    yield return change;
                }
            }

            await Task.Delay(ReopenDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
