namespace Aspire.Hosting.Dcp.Model;

/// <summary>Where the objects live on DCP's API server.</summary>
internal static class DcpApi
{
    public const string GroupVersion = "usvc-dev.developer.microsoft.com/v1";

    /// <summary>All kinds are cluster-scoped: <c>{BasePath}/{plural}[/{name}[/log]]</c>.</summary>
    public const string BasePath = "/apis/" + GroupVersion;

    /// <summary>The document through which the API server is asked to stop.</summary>
    public const string ExecutionPath = "/admin/execution";
}
