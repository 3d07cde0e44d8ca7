namespace Aspire.Hosting.Dcp.Model;

/// <summary>The address that clients connect to.</summary>
internal sealed record ServiceStatus
{
    /// <summary>One of <see cref="ServiceStates"/>.</summary>
    public string? State { get; init; }

    public string? EffectiveAddress { get; init; }

    public int? EffectivePort { get; init; }

    /// <summary>Process id of DCP's controllers, which run the proxy.</summary>
    public long? ProxyProcessPid { get; init; }

    public string? ProxylessEndpointName { get; init; }

    public string? ProxylessEndpointNamespace { get; init; }

    public string? ProxyConfigFile { get; init; }
}
