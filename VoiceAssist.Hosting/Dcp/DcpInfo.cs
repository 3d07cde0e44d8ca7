namespace Aspire.Hosting.Dcp;

/// <summary>What <c>dcp version</c> and <c>dcp info</c> print.</summary>
internal sealed record DcpInfo
{
    /// <summary>The oldest DCP with the API that this host speaks.</summary>
    public static readonly Version MinimumVersion = new(0, 23, 3);

    public string? Version { get; init; }

    public string? CommitHash { get; init; }

    /// <summary>State of the container runtime; only <c>dcp info</c> looks at it.</summary>
    public DcpContainerRuntimeInfo? Containers { get; init; }

    /// <exception cref="DcpException">The version is unreadable or below <see cref="MinimumVersion"/>.</exception>
    public void ThrowIfTooOld(string dcpPath)
    {
        // A pre-release counts as its release: 0.24.0-preview.1 is newer than every 0.23.
        var number = Version?.Split('-', '+')[0];
        if (!System.Version.TryParse(number, out var version) || version < MinimumVersion)
        {
            throw new DcpException(
                $"{dcpPath} is DCP version '{Version}', but at least {MinimumVersion} is needed: update the Aspire installation, or unset what points to this one.");
        }
    }
}
