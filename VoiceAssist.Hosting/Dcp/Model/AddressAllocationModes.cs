namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ServiceSpec.AddressAllocationMode"/>.</summary>
internal static class AddressAllocationModes
{
    public const string Localhost = "Localhost";

    /// <summary>No proxy: the address is that of the first endpoint.</summary>
    public const string Proxyless = "Proxyless";
}
