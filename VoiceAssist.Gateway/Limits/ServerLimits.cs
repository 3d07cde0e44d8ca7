using Microsoft.AspNetCore.Server.Kestrel.Core;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Limits;

/// <summary>How much of a request, and for how long, the server takes. What breaks these is refused before any of our code sees it.</summary>
internal static class ServerLimits
{
    /// <summary>For an answer that needs the database only. Its own statements give up after 10 s.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(15);

    /// <summary>For a request with its body.</summary>
    public static readonly TimeSpan Upload = TimeSpan.FromSeconds(120);

    /// <summary>Bytes per second of a body on average, after <see cref="Grace"/>. The slowest recording, 8 kHz at 8 bits, is as fast as that when it is spoken.</summary>
    public const double MinBytesPerSecond = 8_000;

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of all headers together; ours take a tenth.</summary>
    private const int HeaderBytes = 16 * 1_024;

    private const int HeaderCount = 64;

    /// <summary>Bytes of method and address.</summary>
    private const int RequestLineBytes = 4 * 1_024;

    /// <summary>Each costs memory whether it is used or not.</summary>
    private const int Connections = 10_000;

    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the 60 s of common proxies: whoever holds the connection should be the one to close it.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(75);

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxRequestLineSize = RequestLineBytes;
        limits.MaxConcurrentConnections = Connections;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = Idle;
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);

        // Where more is taken, the endpoint says so.
        limits.MaxRequestBodySize = JobLimits.MaxJsonBodyBytes;
    }
}
