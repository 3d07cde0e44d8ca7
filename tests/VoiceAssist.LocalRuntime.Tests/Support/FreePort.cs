using System.Net;
using System.Net.Sockets;

namespace VoiceAssist.LocalRuntime.Tests.Support;

internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody listens on at the moment.</summary>
    public static int Take()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
