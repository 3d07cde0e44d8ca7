using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Gateway.Jobs;

/// <summary><c>POST /v1/jobs</c>: 202 with the job's location once it is committed.</summary>
internal static class SubmitJob
{
    public static async Task<IResult> HandleAsync(HttpRequest request, JobSubmitter jobs)
    {
        var (submission, problem) = await JsonBody.ReadAsync(request, ContractJson.Default.JobSubmission);
        if (submission is null)
        {
            return problem!;
        }

        if (SubmissionRules.Check(submission) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var payload = JsonSerializer.Serialize(new CommandPayload(submission.Text!.Trim()), ContractJson.Default.CommandPayload);
        var (job, _) = await jobs.SubmitAsync(new NewJob { Kind = JobKinds.Command, Payload = payload }, request.HttpContext.RequestAborted);
        request.HttpContext.Response.Headers.Location = $"{EndpointPaths.Jobs}/{job.Id}";
        return TypedResults.Json(job, ContractJson.Default.JobView, statusCode: StatusCodes.Status202Accepted);
    }
}
