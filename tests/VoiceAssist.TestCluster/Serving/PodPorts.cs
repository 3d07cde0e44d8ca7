using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace VoiceAssist.TestCluster.Serving;

/// <summary>Forwards a port of a pod over a web socket (<c>v4.channel.k8s.io</c>) to a port of this machine that stands for it.</summary>
internal static class PodPorts
{
    private const string Protocol = "v4.channel.k8s.io";
    private const byte Data = 0;
    private const byte Error = 1;

    public static async Task ForwardAsync(HttpContext context, int port)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        using var pod = new TcpClient();
        await pod.ConnectAsync(IPAddress.Loopback, port, context.RequestAborted);

        // Each channel begins with the port's number.
        var asked = int.Parse(context.Request.Query["ports"]!, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var channel in new[] { Data, Error })
        {
            await SendAsync(socket, [channel, (byte)asked, (byte)(asked >> 8)], context.RequestAborted);
        }

        var stream = pod.GetStream();
        await Task.WhenAny(FromClientAsync(socket, stream, context.RequestAborted), ToClientAsync(stream, socket, context.RequestAborted));
    }

    private static async Task FromClientAsync(WebSocket socket, NetworkStream pod, CancellationToken cancel)
    {
        var (buffer, isFirst) = (new byte[64 * 1024], true);
        while (await socket.ReceiveAsync(buffer, cancel) is { MessageType: WebSocketMessageType.Binary } part)
        {
            await pod.WriteAsync(buffer.AsMemory(isFirst ? 1 : 0, part.Count - (isFirst ? 1 : 0)), cancel);
            isFirst = part.EndOfMessage;
        }
    }

    private static async Task ToClientAsync(NetworkStream pod, WebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        while (await pod.ReadAsync(buffer.AsMemory(1), cancel) is var count and > 0)
        {
            await SendAsync(socket, buffer[..(count + 1)], cancel);
        }
    }

    private static Task SendAsync(WebSocket socket, byte[] message, CancellationToken cancel) => socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancel);
}
