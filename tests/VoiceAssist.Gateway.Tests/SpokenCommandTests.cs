using System.Net;
using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>From what is said to what is heard, through gateway and worker as processes.</summary>
public class SpokenCommandTests(SharedPostgres postgres)
{
    private const string Flite = "/usr/bin/flite";

    [Fact]
    public async Task A_spoken_command_is_understood_and_answered_aloud()
    {
        var recording = await SayAsync("set a timer for five minutes");
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis.ConnectionString);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis.ConnectionString);
        await gateway.ReadyAsync();
        var readiness = JsonElement.Parse(await worker.ReadinessAsync());
        Assert.SkipUnless(readiness.GetProperty("degraded").GetArrayLength() == 0, $"The worker lacks {readiness.GetProperty("degraded")}.");

        using var accepted = await gateway.Client.PostAsync(
            new Uri(EndpointPaths.Jobs, UriKind.Relative), Recordings.AsForm(recording).With("speak", "true"));
        var job = await gateway.Client.DoneAsync(accepted.Headers.Location!);
        using var request = new HttpRequestMessage(HttpMethod.Get, accepted.Headers.Location) { Headers = { { "Accept", "audio/wav" } } };
        using var spoken = await gateway.Client.SendAsync(request);

        var heard = job.Result!.Value.Deserialize(ContractJson.Default.TranscriptionResult)!;
        Assert.Equal(("set a timer for five minutes", "timer.set", "300"), (heard.Transcript, heard.Intent, heard.Slots["seconds"]));
        Assert.Equal((HttpStatusCode.OK, "audio/wav"), (spoken.StatusCode, spoken.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("RIFF", await spoken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> SayAsync(string text)
    {
        Assert.SkipUnless(File.Exists(Flite), $"This test needs a voice, which is not on this machine: there is no {Flite}.");
        var file = Path.GetTempFileName();
        try
        {
            await ChildProcess.RunAsync(Flite, ["-voice", "slt", "-t", text, "-o", file]);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
