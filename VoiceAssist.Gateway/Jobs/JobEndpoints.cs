using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs;

/// <summary>The HTTP API of jobs.</summary>
public static class JobEndpoints
{
    public static WebApplication MapJobs(this WebApplication app)
    {
        app.MapPost(EndpointPaths.Jobs, SubmitJob.HandleAsync).WithMetadata(new BodyLimit(JobLimits.MaxJsonBodyBytes));
        app.MapGet($"{EndpointPaths.Jobs}/{{id:guid}}", GetJob.HandleAsync);
        return app;
    }
}
