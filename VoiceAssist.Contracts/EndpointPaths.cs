namespace VoiceAssist.Contracts;

/// <summary>HTTP paths that probes, scrapers, the app host and clients rely on.</summary>
public static class EndpointPaths
{
    /// <summary>Liveness: 200 while the process is alive, whatever its dependencies do.</summary>
    public const string Health = "/health";

    /// <summary>Readiness: 200 when the process can serve, else 503 with a JSON body naming what is missing.</summary>
    public const string Ready = "/ready";

    /// <summary>Prometheus text.</summary>
    public const string Metrics = "/metrics";

    /// <summary>Everything of the API that clients use.</summary>
    public const string Version = "/v1";

    /// <summary>Jobs are submitted here; one job lives at <c>/v1/jobs/{id}</c>.</summary>
    public const string Jobs = $"{Version}/jobs";

    /// <summary>Below it the API's description, <c>/openapi/v1.json</c>.</summary>
    public const string OpenApi = "/openapi";

    /// <summary>The API's page for people.</summary>
    public const string Reference = "/reference";
}
