namespace Aspire.Hosting.Dcp;

/// <summary>The container runtime as DCP finds it.</summary>
internal sealed record DcpContainerRuntimeInfo
{
    /// <summary><c>docker</c> or <c>podman</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>Name by which containers reach the host.</summary>
    public string? HostName { get; init; }

    public bool Installed { get; init; }

    public bool Running { get; init; }

    /// <summary>Why it is not running.</summary>
    public string? Error { get; init; }
}
