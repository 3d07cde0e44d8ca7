using Microsoft.AspNetCore.Http.Timeouts;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Jobs.Following;
using VoiceAssist.Gateway.Jobs.Submitting;
using VoiceAssist.Gateway.Limits;
using VoiceAssist.Gateway.Reference;

namespace VoiceAssist.Gateway.Jobs;

/// <summary>The HTTP API of jobs.</summary>
internal static class JobEndpoints
{
    /// <summary>It is the body that takes so long.</summary>
    private static readonly RequestTimeoutPolicy Upload =
        new() { Timeout = ServerLimits.Upload, TimeoutStatusCode = StatusCodes.Status408RequestTimeout };

    public static WebApplication MapJobs(this WebApplication app)
    {
        var jobs = app.MapGroup(EndpointPaths.Jobs).WithTags("Jobs").RequireAuthorization().RequireRateLimiting(RateLimitExtensions.PerKey);
        jobs.MapPost("", SubmitJob.HandleAsync).DescribeSubmit().WithRequestTimeout(Upload);
        jobs.MapGet("", ListJobs.HandleAsync).DescribeList();
        jobs.MapGet("{id:guid}", GetJob.HandleAsync).DescribeGet();
        jobs.MapDelete("{id:guid}", CancelJob.HandleAsync).DescribeCancel();
        jobs.MapPost("{id:guid}/replay", ReplayJob.HandleAsync).DescribeReplay();

        // How long a stream lasts says nothing about how long an answer takes.
        jobs.MapGet("{id:guid}/events", FollowJob.HandleAsync).DescribeFollow()
            .WithMetadata(Crowd.EventStreams).DisableRequestTimeout().DisableHttpMetrics();
        return app;
    }
}
