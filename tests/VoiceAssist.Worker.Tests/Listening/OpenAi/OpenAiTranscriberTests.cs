using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using VoiceAssist.Contracts;
using VoiceAssist.ServiceDefaults;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.OpenAi;

namespace VoiceAssist.Worker.Tests.Listening.OpenAi;

public class OpenAiTranscriberTests
{
    private static readonly Recording Second = Voice.Make(1, _ => 0);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recording_goes_out_as_the_interface_wants_it()
    {
        IFormCollection? form = null;
        string? authorization = null, contentType = null;
        var file = new MemoryStream();
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            form = await context.Request.ReadFormAsync();
            authorization = context.Request.Headers.Authorization;
            contentType = form.Files["file"]!.ContentType;
            await form.Files["file"]!.CopyToAsync(file);
            await context.Response.WriteAsync("""{"text":" turn on\u0000 the lights\n","usage":{"seconds":1}}""");
        });

        var text = await HearAsync(endpoint.BaseUrl, language: "en-US");

        Assert.Equal("turn on the lights", text);
        Assert.Equal("Bearer sk-test", authorization);
        Assert.Equal(("whisper-large", "json", "en"), (form!["model"].ToString(), form["response_format"].ToString(), form["language"].ToString()));
        Assert.Equal("audio/wav", contentType);
        Assert.Equal(Second.File.ToArray(), file.ToArray());
    }

    [Theory]
    [InlineData("http://host:8000", "http://host:8000/v1/audio/transcriptions")]
    [InlineData("https://api.openai.com/v1/", "https://api.openai.com/v1/audio/transcriptions")]
    [InlineData("http://host/speech/", "http://host/speech/v1/audio/transcriptions")]
    public void The_base_may_end_as_it_likes(string baseUrl, string endpoint) =>
        Assert.Equal(endpoint, OpenAiTranscriber.Endpoint(new Uri(baseUrl)).AbsoluteUri);

    [Theory]
    [InlineData(401, "refuses the worker's API key (status 401). Set Speech__OpenAi__ApiKey")]
    [InlineData(403, "refuses the worker's API key (status 403)")]
    [InlineData(404, "does not exist or does not know the model (status 404)")]
    public async Task A_wrong_configuration_is_told_and_not_tried_again(int status, string message)
    {
        await using var endpoint = await FakeEndpoint.StartAsync(status, "sk-secret detail");

        var problem = await Assert.ThrowsAsync<EngineMissingException>(() => HearAsync(endpoint.BaseUrl));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, endpoint.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_recording_that_is_not_taken_is_not_sent_again(int status)
    {
        await using var endpoint = await FakeEndpoint.StartAsync(status, "{}");

        await Assert.ThrowsAsync<UnfitRecordingException>(() => HearAsync(endpoint.BaseUrl));

        Assert.Equal(1, endpoint.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, request) =>
        {
            context.Response.StatusCode = request == 1 ? status : 200;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync("""{"text":"next song"}""");
        });

        Assert.Equal("next song", await HearAsync(endpoint.BaseUrl));
        Assert.Equal(2, endpoint.Requests);
    }

    [Fact]
    public async Task What_does_not_pass_is_left_to_the_queue()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 500;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => HearAsync(endpoint.BaseUrl));

        Assert.Equal("The speech endpoint answered with status 500.", problem.Message);
        Assert.Equal(3, endpoint.Requests);
    }

    [Theory]
    [InlineData("<html>", "is not JSON")]
    [InlineData("", "is not JSON")]
    [InlineData("[1]", "has no string 'text'")]
    [InlineData("""{"text":5}""", "has no string 'text'")]
    public async Task A_malformed_answer_is_said_to_be_one(string body, string message)
    {
        await using var endpoint = await FakeEndpoint.StartAsync(200, body);

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => HearAsync(endpoint.BaseUrl));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => HearAsync(endpoint.BaseUrl));
    }

    [Fact]
    public async Task A_slow_endpoint_is_given_up()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => HearAsync(endpoint.BaseUrl, attempt: "00:00:00.2"));
    }

    [Fact]
    public async Task A_job_that_is_called_off_ends_the_request()
    {
        using var calledOff = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var aborted = new TaskCompletionSource();
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await calledOff.CancelAsync();
            await aborted.Task;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HearAsync(endpoint.BaseUrl, cancellation: calledOff.Token));
        await aborted.Task.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_left_to_the_queue() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => HearAsync(new Uri("http://127.0.0.1:1"), attempt: "00:00:05"));

    private static async Task<string> HearAsync(
        Uri baseUrl, string? language = null, string attempt = "00:00:20", CancellationToken? cancellation = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Speech:OpenAi:BaseUrl"] = baseUrl.AbsoluteUri;
        builder.Configuration["Speech:OpenAi:ApiKey"] = "sk-test";
        builder.Configuration["Speech:OpenAi:Model"] = "whisper-large";
        builder.Configuration["Speech:OpenAi:AttemptTimeout"] = attempt;
        builder.AddWorkerDefaults();
        builder.AddSpeech();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var transcriber = app.Services.GetRequiredService<ITranscriber>();
        Assert.Equal("openai", transcriber.Name);
        return await transcriber.TranscribeAsync(Second, TranscriptionMode.Grammar, language, cancellation ?? Cancelled);
    }
}
