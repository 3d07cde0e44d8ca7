using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>A proxy on 127.0.0.1 that leads wherever it is asked to go to one address: HTTP with absolute addresses, HTTP CONNECT, and SOCKS5.</summary>
internal sealed class TestProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Uri _destination;
    private readonly string? _credentials;
    private readonly Task _accepting;

    /// <param name="destination">Where everything goes.</param>
    /// <param name="credentials"><c>USER:PASSWORD</c> that is asked for over HTTP; null for none.</param>
    public TestProxy(Uri destination, string? credentials = null)
    {
        (_destination, _credentials) = (destination, credentials);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was asked for, each with how: <c>GET http://...</c>, <c>CONNECT host:port</c>, <c>SOCKS5 host:port</c>.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = Task.Run(() => ServeAsync(client), CancellationToken.None);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var near = client;
            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, _destination.Port, _end.Token);
            var (from, to) = (near.GetStream(), far.GetStream());
            var first = (await BytesAsync(from, 1))[0];
            if (first == 5 ? await SocksAsync(from) : await HttpAsync(first, from, to))
            {
                await Task.WhenAny(from.CopyToAsync(to, _end.Token), to.CopyToAsync(from, _end.Token));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    // The API server takes the absolute address of a request as well, so its head goes on as it is.
    private async Task<bool> HttpAsync(byte first, NetworkStream from, NetworkStream to)
    {
        var head = new StringBuilder().Append((char)first);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)(await BytesAsync(from, 1))[0]);
        }

        if (_credentials is not null && !head.ToString().Contains("Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(_credentials)), StringComparison.OrdinalIgnoreCase))
        {
            await from.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            return false;
        }

        var line = head.ToString().Split(' ');
        _asked.Enqueue($"{line[0]} {line[1]}");
        var isTunnel = line[0] == "CONNECT";
        await (isTunnel ? from : to).WriteAsync(isTunnel ? "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray() : Encoding.ASCII.GetBytes(head.ToString()));
        return true;
    }

    // RFC 1928, without authentication, for names and IPv4 addresses.
    private async Task<bool> SocksAsync(NetworkStream from)
    {
        await BytesAsync(from, (await BytesAsync(from, 1))[0]);
        await from.WriteAsync(new byte[] { 5, 0 });
        var request = await BytesAsync(from, 4);
        var host = request[3] == 3 ? Encoding.ASCII.GetString(await BytesAsync(from, (await BytesAsync(from, 1))[0])) : new IPAddress(await BytesAsync(from, 4)).ToString();
        var port = await BytesAsync(from, 2);
        _asked.Enqueue(string.Create(CultureInfo.InvariantCulture, $"SOCKS5 {host}:{(port[0] << 8) | port[1]}"));
        await from.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 });
        return true;
    }

    private async Task<byte[]> BytesAsync(NetworkStream from, int count)
    {
        var bytes = new byte[count];
        await from.ReadExactlyAsync(bytes, _end.Token);
        return bytes;
    }
}
