using System.Net;
using Polly;
using Polly.Retry;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Which answers are worth another try, and when.</summary>
internal static class Repeats
{
    private const int Most = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>A server that is busy (429) is asked again by any method; what failed or broke only where asking twice does no harm.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(HttpMethod method, TimeSpan pause, TimeProvider time)
    {
        var isRepeatable = method != HttpMethod.Post;
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = Most,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = pause,
                MaxDelay = LongestPause,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
                    { Result.StatusCode: HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => isRepeatable,
                    { Exception: HttpRequestException } => isRepeatable,
                    _ => false,
                }),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta is { } told ? TimeSpan.FromTicks(Math.Min(told.Ticks, LongestPause.Ticks)) : (TimeSpan?)null),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }
}
