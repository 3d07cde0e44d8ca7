using Microsoft.OpenApi;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Jobs.Submitting;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Gateway.Reference;

/// <summary>What the document says of each endpoint, beyond what its code says.</summary>
internal static class JobDescriptions
{
    private const int Ok = StatusCodes.Status200OK;
    private const int Accepted = StatusCodes.Status202Accepted;

    private static readonly (int, string) NotFound = (StatusCodes.Status404NotFound, "There is no such job of this client's.");

    public static RouteHandlerBuilder DescribeSubmit(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("submitJob")
        .WithSummary("Submit a command")
        .WithDescription("As text in JSON, or as a recording: WAV, integer PCM, 8 to 48 kHz, mono or stereo. Once the answer is there, the job is committed and will be done.")
        .Produces<JobView>(Accepted)
        .Produces<JobView>(Ok)
        .Words(Accepted, "The job is accepted; the header Location says where it lives.")
        .Words(Ok, "The same request had been accepted before under its idempotency key: the job as it stands.")
        .Refuses(
            (StatusCodes.Status400BadRequest, "The body, an option or a header is not what it should be."),
            (StatusCodes.Status408RequestTimeout, "The body arrived too slowly."),
            (StatusCodes.Status413PayloadTooLarge, $"The body is too long: {JobLimits.MaxJsonBodyBytes} bytes of JSON or {JobLimits.MaxAudioBytes} bytes of audio are taken."),
            (StatusCodes.Status415UnsupportedMediaType, "The body is of another type."),
            (StatusCodes.Status422UnprocessableEntity, "The recording is none that is taken here, or the idempotency key was used before for something else."))
        .AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var options = RecordingOptionFields.All();
            operation.Parameters =
            [
                Parameter(IdempotencyHeader.Name, ParameterLocation.Header, "Your own name for this request: sent again under it, the request makes no second job.",
                    new() { Type = JsonSchemaType.String, MaxLength = JobLimits.MaxIdempotencyKeyLength }),
                .. options.Select(option => Parameter(option.Key, ParameterLocation.Query, $"For a body of {BodyTypes.Wave}. {option.Value.Description}", option.Value)),
            ];
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [BodyTypes.Json] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(JobSubmission), null, cancellationToken) },
                    [BodyTypes.Wave] = new() { Schema = RecordingOptionFields.File },
                    [BodyTypes.Form] = new() { Schema = RecordingOptionFields.Form(options) },
                },
            };
        });

    public static RouteHandlerBuilder DescribeList(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("listJobs")
        .WithSummary("List your jobs")
        .WithDescription("Page by page, the one accepted last first. Jobs that come meanwhile move no page.")
        .Produces<JobList>(Ok)
        .Refuses((StatusCodes.Status400BadRequest, "A parameter is not what it should be."))
        .AddOpenApiOperationTransformer(async (operation, context, cancellationToken) => operation.Parameters =
        [
            Parameter("state", ParameterLocation.Query, "Only jobs in this state.", await context.GetOrCreateSchemaAsync(typeof(JobState), null, cancellationToken)),
            Parameter("after", ParameterLocation.Query, "What the page before said as next.", new() { Type = JsonSchemaType.String, Format = "uuid" }),
            Parameter("limit", ParameterLocation.Query, "Jobs per page.",
                new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{JobPage.MaxLimit}", Default = JobPage.StandardLimit }),
        ]);

    public static RouteHandlerBuilder DescribeGet(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("getJob")
        .WithSummary("Read a job, or hear its answer")
        .WithDescription($"With the header 'Accept: {BodyTypes.Wave}' the answer is spoken, if the job asked for that.")
        .Produces<JobView>(Ok)
        .Refuses(NotFound, (StatusCodes.Status406NotAcceptable, "There is no spoken answer, or not yet."))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses![$"{Ok}"].Content![BodyTypes.Wave] = new() { Schema = RecordingOptionFields.File };
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder DescribeCancel(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("cancelJob")
        .WithSummary("Call a job off")
        .Produces<JobView>(Ok)
        .Produces<JobView>(Accepted)
        .Words(Ok, "It is cancelled.")
        .Words(Accepted, "It is running; its worker is asked to stop.")
        .Refuses(NotFound, (StatusCodes.Status409Conflict, "It had ended before."));

    public static RouteHandlerBuilder DescribeReplay(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("replayJob")
        .WithSummary("Run a failed job again")
        .WithDescription("It gets all its attempts again, under the same id.")
        .Produces<JobView>(Accepted)
        .Words(Accepted, "It waits again.")
        .Refuses(NotFound, (StatusCodes.Status409Conflict, "It has not failed."));

    public static RouteHandlerBuilder DescribeFollow(this RouteHandlerBuilder endpoint) => endpoint
        .WithName("followJob")
        .WithSummary("Follow a job")
        .WithDescription("Server-sent events until the job ends. Those named 'state' carry a JobEvent, those named 'heartbeat' nothing.")
        .Produces<JobEvent>(Ok, "text/event-stream")
        .Produces(StatusCodes.Status204NoContent)
        .Words(StatusCodes.Status204NoContent, "The job has ended, and you have seen its last event.")
        .Refuses(NotFound, (StatusCodes.Status400BadRequest, "The header Last-Event-ID is no event's id."))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters!.Add(Parameter("Last-Event-ID", ParameterLocation.Header, "Resume after this event.", new() { Type = JsonSchemaType.Integer }));
            return Task.CompletedTask;
        });

    private static OpenApiParameter Parameter(string name, ParameterLocation location, string description, OpenApiSchema schema) =>
        new() { Name = name, In = location, Description = description, Schema = schema };
}
