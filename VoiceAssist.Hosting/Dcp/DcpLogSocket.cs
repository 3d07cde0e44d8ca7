using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Receives what DCP's processes log about themselves. A detached DCP has no other place to say why it does not start.
/// </summary>
internal sealed class DcpLogSocket : IDisposable
{
    private const int RememberedErrors = 10;
    private static readonly TimeSpan LastWordTimeout = TimeSpan.FromMilliseconds(500);

    // DCP's processes that connect at the same time: API server, controllers, the launcher.
    private const int Backlog = 8;

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Queue<string> _errors = new();
    private readonly List<Task> _readers = [];
    private readonly ILogger _logger;

    public DcpLogSocket(string path, ILogger logger)
    {
        _logger = logger;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(Backlog);
        _ = AcceptAsync();
    }

    /// <summary>The latest errors, oldest first, once the processes that are ending have said their last word.</summary>
    public async Task<IReadOnlyList<string>> ReadErrorsAsync()
    {
        Task[] readers;
        lock (_errors)
        {
            readers = [.. _readers];
        }

        await Task.WhenAll(readers).WaitAsync(LastWordTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_errors)
        {
            return [.. _errors];
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var reader = ReadAsync(await _listener.AcceptAsync().ConfigureAwait(false));
                lock (_errors)
                {
                    _readers.Add(reader);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed of: nobody listens any more.
        }
    }

    private async Task ReadAsync(Socket connection)
    {
        using var stream = new NetworkStream(connection, ownsSocket: true);
        var lines = new LineReader(stream);
        while (await lines.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (DcpMessage.TryParse(line) is not { } message)
            {
                continue;
            }

            // DCP also calls an error what hurts nobody here, such as a container runtime that is not running.
            _logger.Log(message.IsError ? LogLevel.Debug : LogLevel.Trace, "{Category}: {Message}", message.Category, message.ToString());
            if (message.IsError)
            {
                Remember(message.ToString());
            }
        }
    }

    private void Remember(string error)
    {
        lock (_errors)
        {
            _errors.Enqueue(error);
            while (_errors.Count > RememberedErrors)
            {
                _errors.Dequeue();
            }
        }
    }
}
