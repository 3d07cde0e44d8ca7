namespace Aspire.Hosting.Dcp.Model;

/// <summary>A stable address with a proxy in front of the workloads that produce it.</summary>
internal sealed record ServiceSpec
{
    public string? Address { get; init; }

    /// <summary>Public port; absent: DCP picks a free one.</summary>
    public int? Port { get; init; }

    /// <summary><c>TCP</c> or <c>UDP</c>. Without it DCP accepts the object, never gives it an address and hangs when it shuts down.</summary>
    public required string Protocol { get; init; }

    /// <summary>One of <see cref="AddressAllocationModes"/>.</summary>
    public string? AddressAllocationMode { get; init; }
}
