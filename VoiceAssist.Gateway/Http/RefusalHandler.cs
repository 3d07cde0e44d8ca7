using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Gateway.Http;

/// <summary>What is wrong with a request, whoever found it out: our rules, the WAV reader, the queue, or the server while the body was read.</summary>
internal sealed class RefusalHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case RefusedException { Errors: { } errors } refused:
                await TypedResults.ValidationProblem(errors, refused.Message).ExecuteAsync(context);
                return true;
            case RefusedException refused:
                await Problems.AnswerAsync(context, refused.Status, refused.Message);
                return true;
            case InvalidAudioException or IdempotencyConflictException:
                await Problems.AnswerAsync(context, StatusCodes.Status422UnprocessableEntity, exception.Message);
                return true;
            case BadHttpRequestException fault:
                await Problems.AnswerAsync(context, fault.StatusCode, Detail(fault.StatusCode, context));
                return true;
            default:
                return false;
        }
    }

    private static string Detail(int status, HttpContext context) => status switch
    {
        StatusCodes.Status413PayloadTooLarge =>
            $"The body may have {context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes at most.",
        StatusCodes.Status408RequestTimeout => "The body arrived too slowly.",
        _ => "The request could not be read.",
    };
}
