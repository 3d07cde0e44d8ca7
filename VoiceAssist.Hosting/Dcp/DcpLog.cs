using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>The log subresource of executables and containers.</summary>
internal static class DcpLog
{
    // Enough to keep the sources independent of each other; a reader that stops reading holds them all back.
    private const int BufferedLines = 256;

    public static async IAsyncEnumerable<DcpLogLine> ReadAsync<T>(
        DcpConnection connection, string name, DcpLogSource source, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        var query = $"/log?source={QueryValue(source)}&follow={(follow ? "true" : "false")}&timestamps=true";
        using var response = await connection.SendAsync(DcpRequest.For<T>(HttpMethod.Get, name, query), cancellationToken).ConfigureAwait(false);
        var lines = new LineReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return DcpLogLineParser.Parse(source, line);
        }
    }

    public static async IAsyncEnumerable<DcpLogLine> ReadAllAsync<T>(
        DcpConnection connection, string name, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        // A reader that leaves early must end the sources too.
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<DcpLogLine>(new BoundedChannelOptions(BufferedLines) { SingleReader = true });
        var copying = CopyAllAsync();
        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }
        }
        finally
        {
            await leaving.CancelAsync().ConfigureAwait(false);
            await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task CopyAllAsync()
        {
            Exception? failure = null;
            try
            {
                await Task.WhenAll(SourcesOf<T>().Select(CopyAsync)).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                failure = e;
            }

            channel.Writer.Complete(failure);
        }

        async Task CopyAsync(DcpLogSource source)
        {
            await foreach (var line in ReadAsync<T>(connection, name, source, follow, leaving.Token).ConfigureAwait(false))
            {
                await channel.Writer.WriteAsync(line, leaving.Token).ConfigureAwait(false);
            }
        }
    }

    private static DcpLogSource[] SourcesOf<T>()
        where T : class, IDcpObject<T> =>
        typeof(T) == typeof(Container)
            ? Enum.GetValues<DcpLogSource>()
            : [DcpLogSource.StandardOutput, DcpLogSource.StandardError, DcpLogSource.System];

    private static string QueryValue(DcpLogSource source) => source switch
    {
        DcpLogSource.StandardOutput => "stdout",
        DcpLogSource.StandardError => "stderr",
        DcpLogSource.StartupOutput => "startup_stdout",
        DcpLogSource.StartupError => "startup_stderr",
        DcpLogSource.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a log source."),
    };
}
