using System.Net;
using System.Net.Sockets;
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
        (_api, _space, _port, _pods) = (new Kubernetes(target.Configuration), space, port, pods);
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
            using var demuxer = new StreamDemuxer(socket, StreamType.PortForward);
            demuxer.Start();
            using var remote = demuxer.GetStream((byte?)0, (byte?)0);
            var local = connection.GetStream();
            await Task.WhenAny(local.CopyToAsync(remote, BufferSize, _end.Token), remote.CopyToAsync(local, BufferSize, _end.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Net.WebSockets.WebSocketException or HttpRequestException or k8s.Autorest.HttpOperationException or ObjectDisposedException)
        {
        }
    }
}
