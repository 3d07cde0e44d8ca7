using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoiceAssist.ServiceDefaults;
using VoiceAssist.Worker.Listening;

namespace VoiceAssist.Worker.Tests;

public class SpeechReadinessTests
{
    [Fact]
    public async Task Without_engines_the_worker_is_ready_and_says_what_it_lacks() =>
        Assert.Equal("""{"status":"ready","missing":[],"degraded":["speech-to-text","text-to-speech"]}""",
            await ReadyAsync(("Speech:Engine", "none"), ("Speech:Speaking:Engine", "none")));

    [Fact]
    public async Task The_engine_in_use_is_named() =>
        Assert.Equal("""{"status":"ready","missing":[],"degraded":["text-to-speech"],"using":{"speech-to-text":"openai"}}""",
            await ReadyAsync(("Speech:OpenAi:BaseUrl", "http://127.0.0.1:1"), ("Speech:Speaking:Engine", "none")));

    [Theory]
    [InlineData("Speech:Engine", "siri")]
    [InlineData("Speech:PocketSphinx:CommandDecoders", "0")]
    [InlineData("Speech:OpenAi:AttemptTimeout", "01:00:00")]
    [InlineData("Speech:Speaking:Voice", "-x")]
    public async Task A_wrong_option_stops_the_start_and_is_named(string key, string value)
    {
        await using var app = Build((key, value));

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(key.Split(':')[^1], problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_can_be_configured()
    {
        await using var app = Build(("Speech:Engine", "none"), ("Speech:Vocabulary:Rooms:0", "cellar"));

        Assert.Equal(["cellar"], app.Services.GetRequiredService<IOptions<SpeechOptions>>().Value.Vocabulary.Rooms);
    }

    private static async Task<string> ReadyAsync(params (string Key, string Value)[] settings)
    {
        await using var app = Build(settings);
        app.MapDefaultEndpoints();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"{app.Urls.Single()}/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWorkerDefaults();
        builder.AddSpeech();
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
