namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ServiceSpec.AddressAllocationMode"/>.</summary>
internal static class AddressAllocationModes
{
    public const string Localhost = "Localhost";
    public const string IPv4ZeroOne = "IPv4ZeroOne";
    public const string IPv4Loopback = "IPv4Loopback";
    public const string IPv6ZeroOne = "IPv6ZeroOne";
    /// <summary>No proxy: the address is that of the first endpoint.</summary>
    public const string Proxyless = "Proxyless";
}
