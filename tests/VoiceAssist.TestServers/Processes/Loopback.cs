using System.Net;
using System.Net.Sockets;

namespace VoiceAssist.TestServers.Processes;

/// <summary>Ports on 127.0.0.1.</summary>
public static class Loopback
{
    /// <returns>A port that nobody listened on a moment ago.</returns>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
