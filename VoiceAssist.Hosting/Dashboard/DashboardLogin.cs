namespace Aspire.Hosting.Dashboard;

/// <summary>Addresses that open the dashboard without a question.</summary>
internal static class DashboardLogin
{
    /// <summary>The address that logs in; the dashboard's own where no token is needed.</summary>
    /// <param name="frontend">Where browsers find the dashboard.</param>
    /// <param name="token">The browser token; null: none is needed.</param>
    /// <param name="returnUrl">The page to open, e.g. <c>/consolelogs/resource/worker</c>; null: the first one.</param>
    public static Uri Url(Uri frontend, string? token, string? returnUrl = null)
    {
        if (token is null)
        {
            return returnUrl is null ? frontend : new(frontend, returnUrl);
        }

        var page = returnUrl is null ? "" : $"&returnUrl={Uri.EscapeDataString(returnUrl)}";
        return new(frontend, $"/login?t={Uri.EscapeDataString(token)}{page}");
    }
}
