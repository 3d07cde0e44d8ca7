using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using k8s;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>
/// A port of this machine that leads to the ready pods of a workload, each connection to the next one: kubectl's own forwarding of a
/// Service leads to a single pod, which a test of autoscaling would overload alone.
/// </summary>
internal sealed class PortForward : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;
    private const byte DataChannel = 0;

    private readonly Kubernetes _api;
    private readonly Func<IReadOnlyList<string>> _pods;
    private readonly string _space;
    private readonly int _port;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _next;

    /// <param name="target">The cluster.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="port">The pods' port.</param>
    /// <param name="pods">The names of the pods that are ready now.</param>
    public PortForward(ClusterTarget target, string space, int port, Func<IReadOnlyList<string>> pods)
    {
        (_api, _space, _port, _pods) = (new Transport(target), space, port, pods);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _api.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = Task.Run(() => ForwardAsync(client), CancellationToken.None);
        }
    }

    // What goes wrong with one connection is that connection's end, which the load counts.
    private async Task ForwardAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            if (_pods() is not { Count: > 0 } pods)
            {
                return;
            }

            var pod = pods[(int)((uint)Interlocked.Increment(ref _next) % pods.Count)];
            using var socket = await _api.WebSocketNamespacedPodPortForwardAsync(pod, _space, [_port], "v4.channel.k8s.io", cancellationToken: _end.Token);
            using var local = connection.GetStream();
            await Task.WhenAny(ToPodAsync(local, socket, _end.Token), FromPodAsync(socket, local, _end.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or WebSocketException or HttpRequestException or k8s.Autorest.HttpOperationException or ObjectDisposedException)
        {
        }
    }

    // The library's own streams read and write one after the other, never both at once. Each message begins with its channel's number.
    private static async Task ToPodAsync(NetworkStream local, WebSocket pod, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        buffer[0] = DataChannel;
        while (await local.ReadAsync(buffer.AsMemory(1), cancel) is var count and > 0)
        {
            await pod.SendAsync(buffer.AsMemory(0, count + 1), WebSocketMessageType.Binary, endOfMessage: true, cancel);
        }
    }

    private static async Task FromPodAsync(WebSocket pod, NetworkStream local, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        var (isStart, isPort, channel) = (true, true, DataChannel);
        while (await pod.ReceiveAsync(buffer, cancel) is { MessageType: WebSocketMessageType.Binary } part)
        {
            channel = isStart ? buffer[0] : channel;
            if (channel == DataChannel && !isPort)
            {
                await local.WriteAsync(buffer.AsMemory(isStart ? 1 : 0, part.Count - (isStart ? 1 : 0)), cancel);
            }

            // The first message of the channel is the port's number; the other channel's is, too, and later ones there are errors.
            isPort &= channel != DataChannel;
            isStart = part.EndOfMessage;
        }
    }
}
