using System.Diagnostics;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint as the model describes it, and the addresses it was given.</summary>
[DebuggerDisplay("Name = {Name}, Port = {Port}, TargetPort = {TargetPort}")]
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private int? _port;
    private int? _targetPort;
    private string? _transport;
    private bool? _tlsEnabled;
    private bool? _isProxied;

    /// <summary>Describes an endpoint.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">Default: the protocol's name.</param>
    /// <param name="transport">Default: <c>http</c> for http and https, else the protocol's name.</param>
    /// <param name="name">Default: the scheme.</param>
    /// <param name="port">The port clients use; null: chosen when the app starts.</param>
    /// <param name="targetPort">The port the program listens on; null: chosen when it starts.</param>
    /// <param name="isExternal">Whether it can be reached from outside the deployment. Default: false.</param>
    /// <param name="isProxied">Whether a proxy stands before the program. Default: true.</param>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? ProtocolName;
        Name = name ?? UriScheme;
        ModelName.Validate("Endpoint", Name);
        _transport = transport;
        _port = port;
        _targetPort = targetPort;
        _isProxied = isProxied;
        IsExternal = isExternal ?? false;
    }

    /// <summary>The endpoint's name, unique in its resource.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The port clients use; without a proxy the target port unless given.</summary>
    public int? Port
    {
        get => _port ?? (IsProxied ? null : _targetPort);
        set => _port = value;
    }

    /// <summary>The port the program listens on; without a proxy the public port unless given.</summary>
    public int? TargetPort
    {
        get => _targetPort ?? (IsProxied ? null : _port);
        set => _targetPort = value;
    }

    /// <summary>The URI scheme, e.g. <c>http</c>, <c>redis</c>.</summary>
    public string UriScheme { get; set; }

    /// <summary>The address on which clients connect. Default: <c>localhost</c>.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary><c>http</c>, <c>http2</c>, <c>tcp</c> or <c>udp</c>.</summary>
    public string Transport
    {
        get => _transport ?? (IsHttpScheme ? "http" : ProtocolName);
        set => _transport = value;
    }

    /// <summary>Whether it can be reached from outside the deployment.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether a proxy stands before the program, so that replicas and restarts keep one address.</summary>
    public bool IsProxied
    {
        get => _isProxied ?? true;
        set => _isProxied = value;
    }

    /// <summary>Whether clients use TLS. Default: for https only.</summary>
    public bool TlsEnabled
    {
        get => _tlsEnabled ?? string.Equals(UriScheme, "https", StringComparison.OrdinalIgnoreCase);
        set => _tlsEnabled = value;
    }

    /// <summary>The address as seen from the developer's machine; null until it is known.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => AllAllocatedEndpoints.Find(KnownNetworkIdentifiers.LocalhostNetwork);
        set => AllAllocatedEndpoints.Set(KnownNetworkIdentifiers.LocalhostNetwork, value
            ?? throw new ArgumentNullException(nameof(value), $"An allocated endpoint cannot be taken back (endpoint '{Name}')."));
    }

    /// <summary>The addresses as seen from each network.</summary>
    internal EndpointAddresses AllAllocatedEndpoints { get; } = new();

    /// <summary>Whether the endpoint stands in the project's launch profile rather than in the model.</summary>
    internal bool FromLaunchProfile { get; set; }

    /// <summary>The environment variable that tells the program its port; null for none.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    internal int? SpecifiedPort => _port;

    internal int? SpecifiedTargetPort => _targetPort;

    internal bool IsHttpScheme => UriScheme.ToLowerInvariant() is "http" or "https";

    private string ProtocolName => Protocol.ToString().ToLowerInvariant();
}
