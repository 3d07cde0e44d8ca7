namespace Aspire.Hosting.ApplicationModel;

/// <summary>The networks every app has.</summary>
public static class KnownNetworkIdentifiers
{
    /// <summary>The developer's machine.</summary>
    public static readonly NetworkIdentifier LocalhostNetwork = new("localhost");

    /// <summary>The network that the app's containers share.</summary>
    public static readonly NetworkIdentifier DefaultAspireContainerNetwork = new("aspire-container-network");
}
