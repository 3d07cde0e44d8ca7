using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Keys;

namespace VoiceAssist.Gateway.Limits;

/// <summary>Two limits on those who are let in: requests per key and time, and members of a <see cref="Crowd"/> at the same time.</summary>
internal static class RateLimitExtensions
{
    /// <summary>Policy of endpoints that count against the rate of the key they are called with.</summary>
    public const string PerKey = "per-key";

    private static readonly TimeSpan CrowdRetryAfter = TimeSpan.FromSeconds(1);

    private static readonly Crowd Nobody = new("", int.MaxValue);

    public static WebApplicationBuilder AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = RateLimitSettings.Read(builder.Configuration);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(PerKey, context => RateLimitPartition.GetTokenBucketLimiter(context.KeyId(), _ => Bucket(settings)));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Crowd>(context => CrowdOf(context) is { } crowd
                ? RateLimitPartition.GetConcurrencyLimiter(crowd, _ => new() { PermitLimit = crowd.Permits, QueueLimit = 0 })
                : RateLimitPartition.GetNoLimiter(Nobody));
            limiter.OnRejected = (rejected, _) => new ValueTask(RejectAsync(rejected, settings));
        });
        return builder;
    }

    private static Crowd? CrowdOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
            ? BodyTypes.MayBeRecording(context.Request) ? Crowd.Recordings : null
            : context.GetEndpoint()?.Metadata.GetMetadata<Crowd>();

    private static TokenBucketRateLimiterOptions Bucket(RateLimitSettings settings) => new()
    {
        TokenLimit = settings.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / settings.RequestsPerSecond,
        QueueLimit = 0,
    };

    private static Task RejectAsync(OnRejectedContext rejected, RateLimitSettings settings)
    {
        var context = rejected.HttpContext;
        return rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? Problems.AnswerBusyAsync(context, StatusCodes.Status429TooManyRequests, string.Create(CultureInfo.InvariantCulture,
                $"Each key of client '{context.Client()}' may send {settings.RequestsPerSecond} requests per second, {settings.Burst} at once."), after)
            : Problems.AnswerBusyAsync(context, StatusCodes.Status503ServiceUnavailable,
                $"Too many {CrowdOf(context)?.Name} at this moment.", CrowdRetryAfter);
    }
}
