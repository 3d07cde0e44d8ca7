using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How an app host is built.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The app host's assembly; null: the entry assembly.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether to run without a dashboard.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>The app host's project directory; null: where it was built.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>The name that the dashboard shows; null: the app host's without <c>.AppHost</c>.</summary>
    public string? DashboardApplicationName { get; set; }

    /// <summary>Whether the dashboard may be served over plain http.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>Whether what the resources write is written into the app host's own log as well.</summary>
    public bool EnableResourceLogging { get; set; }

    internal Assembly? ResolveAssembly() =>
        AssemblyName is null ? Assembly.GetEntryAssembly() : Assembly.Load(AssemblyName);
}
