namespace Aspire.Hosting.Dcp;

/// <summary>
/// Finds the dcp and dashboard programs. What was said explicitly comes first and has to be right; an Aspire installation is
/// preferred to what the build acquired.
/// </summary>
internal static class DcpLocator
{
    /// <param name="inputs">The places.</param>
    /// <param name="fileExists">How to look.</param>
    /// <returns>The path of the dcp program.</returns>
    /// <exception cref="DcpException">It is nowhere, or not where it was said to be.</exception>
    public static string FindDcp(DcpLocatorInputs inputs, Func<string, bool> fileExists) =>
        Find(
            "DCP, Aspire's orchestrator,",
            "ASPIRE_DCP_PATH to the directory of the dcp program",
            [
                new("configuration DcpPublisher:CliPath", inputs.CliPath, IsExplicit: true),
                new("environment ASPIRE_DCP_PATH", Below(inputs.AspireDcpPath, "dcp" + inputs.ExecutableSuffix), IsExplicit: true),
                new("Aspire installation", Below(inputs.HomeDirectory, ".aspire", "bundle", "dcp", "dcp" + inputs.ExecutableSuffix)),
                new("acquired by the build", inputs.AcquiredCliPath),
            ],
            fileExists);

    /// <inheritdoc cref="FindDcp"/>
    /// <returns>The path of the dashboard program.</returns>
    public static string FindDashboard(DcpLocatorInputs inputs, Func<string, bool> fileExists) =>
        Find(
            "The Aspire dashboard",
            "ASPIRE_DASHBOARD_PATH to the dashboard program",
            [
                new("configuration DcpPublisher:DashboardPath", inputs.DashboardPath, IsExplicit: true),
                new("environment ASPIRE_DASHBOARD_PATH", inputs.AspireDashboardPath, IsExplicit: true),
                new("Aspire installation", Below(inputs.HomeDirectory, ".aspire", "bundle", "managed", "aspire-managed" + inputs.ExecutableSuffix)),
                new("acquired by the build", inputs.AcquiredDashboardPath),
            ],
            fileExists);

    private static string Find(string what, string variable, Place[] places, Func<string, bool> fileExists)
    {
        var looked = new List<string>();
        foreach (var place in places)
        {
            if (string.IsNullOrWhiteSpace(place.Path))
            {
                looked.Add($"{place.Name}: not set");
            }
            else if (fileExists(place.Path))
            {
                return place.Path;
            }
            else if (place.IsExplicit)
            {
                throw new DcpException($"{what} is not where it is said to be ({place.Name}): there is no file '{place.Path}'. Correct the setting or remove it.");
            }
            else
            {
                looked.Add($"{place.Name}: no file '{place.Path}'");
            }
        }

        throw new DcpException(
            $"{what} was not found. Looked at: {string.Join("; ", looked)}. Ways out: build once with access to the network, which acquires it; or set {variable}; or install Aspire (https://aspire.dev).");
    }

    private static string? Below(string? directory, params string[] parts) =>
        string.IsNullOrWhiteSpace(directory) ? null : Path.Combine([directory, .. parts]);

    private sealed record Place(string Name, string? Path, bool IsExplicit = false);
}
