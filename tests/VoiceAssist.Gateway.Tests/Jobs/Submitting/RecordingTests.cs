using System.Net;
using System.Net.Http.Json;
using System.Text;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs.Submitting;

public class RecordingTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private static readonly byte[] Short = Recordings.OfLength(2_000);

    public static TheoryData<string> OddTypes => ["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "Audio/WAV; codecs=1"];

    public static TheoryData<byte[], string> NoRecordings => new()
    {
        { [], "0 bytes are too few" },
        { "ID3\u0004 an mp3 whose sender says it is a WAV file"u8.ToArray(), "instead of 'RIFF' and 'WAVE'" },
        { Short[..^2], "it is cut off" },
        { [.. Short, 0, 0], "something follows it" },
        { Changed(Short, at: 20, 3), "floating point" },
        { Changed(Short, at: 22, 3), "3 channels" },
        { Changed(Short, at: 24, 0x40, 0x1F - 1), "sample rate" },
        { Changed(Short, at: 40, 0xFF, 0xFF, 0xFF, 0x7F), "the whole file says" },
        { Recordings.OfLength(200_000)[..100_000], "it is cut off" },
    };

    [Theory]
    [InlineData(46)]
    [InlineData(2_000)]
    [InlineData(64 * 1_024)]
    [InlineData((64 * 1_024) + 2)]
    [InlineData(300_000)]
    public async Task A_recording_is_kept_byte_by_byte(int bytes)
    {
        var recording = Recordings.OfLength(bytes);

        var asBody = await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsBody(recording));
        var inForm = await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsForm(recording));

        Assert.Equal((JobKinds.Transcription, JobKinds.Transcription), (asBody.Kind, inForm.Kind));
        Assert.Equal(recording, await StoredAsync(asBody));
        Assert.Equal(recording, await StoredAsync(inForm));
    }

    [Theory]
    [MemberData(nameof(OddTypes))]
    public async Task WAV_has_several_names(string type) => await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsBody(Short, type));

    [Fact]
    public async Task In_a_form_neither_the_files_name_nor_its_type_counts() =>
        await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsForm(Short, "holiday.jpeg", "image/jpeg"));

    [Fact]
    public async Task Options_stand_in_the_address_of_a_body_and_in_the_fields_of_a_form()
    {
        var asBody = await AcceptedAsync(
            $"{EndpointPaths.Jobs}?mode=dictation&language=en-US&speak=true&priority=batch&delaySeconds=60", Recordings.AsBody(Short));
        var inForm = await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsForm(Short)
            .With("mode", "dictation").With("language", "en-US").With("speak", "true").With("priority", "batch").With("delaySeconds", "60"));

        foreach (var job in new[] { asBody, inForm })
        {
            Assert.Equal(JobPriority.Batch, job.Priority);
            Assert.InRange(job.DueAt - job.CreatedAt, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
            Assert.Equal("""{"mode": "dictation", "language": "en-US"}""", await gateway.ScalarAsync<string>("select payload::text from jobs where id = $1", job.Id));
            Assert.True(await gateway.ScalarAsync<bool>("select speak from jobs where id = $1", job.Id));
        }
    }

    [Theory]
    [InlineData("mode=free", "'mode' must be grammar or dictation.")]
    [InlineData("language=en_US", "'language' must be a language tag like en-US.")]
    [InlineData("speak=yes", "'speak' must be true or false.")]
    [InlineData("priority=Batch", "'priority' must be interactive or batch.")]
    [InlineData("delaySeconds=604801", "'delaySeconds' must be a whole number from 0 to 604800.")]
    public async Task An_option_that_is_none_is_refused_by_name(string option, string reason)
    {
        var (name, value) = (option.Split('=')[0], option.Split('=')[1]);

        Assert.Equal(reason, await Problem.DetailAsync(await PostAsync($"{EndpointPaths.Jobs}?{option}", Recordings.AsBody(Short)), 400));
        Assert.Equal(reason, await Problem.DetailAsync(await PostAsync(EndpointPaths.Jobs, Recordings.AsForm(Short).With(name, value)), 400));
    }

    [Theory]
    [MemberData(nameof(NoRecordings))]
    public async Task What_is_no_recording_is_refused_with_the_reason(byte[] content, string reason)
    {
        Assert.Contains(reason, await Problem.DetailAsync(await PostAsync(EndpointPaths.Jobs, Recordings.AsBody(content)), 422), StringComparison.Ordinal);
        Assert.Contains(reason, await Problem.DetailAsync(await PostAsync(EndpointPaths.Jobs, Recordings.AsForm(content)), 422), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_mebibytes_are_taken()
    {
        var largest = Recordings.OfLength(JobLimits.MaxAudioBytes);

        await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsBody(largest));
        await AcceptedAsync(EndpointPaths.Jobs, Recordings.AsForm(largest));
    }

    [Fact]
    public async Task More_than_ten_mebibytes_are_refused_before_they_are_received()
    {
        var address = (await gateway.ClientAsync()).BaseAddress!;
        var tooLong = Recordings.OfLength(JobLimits.MaxAudioBytes + 2);
        using var announced = await RawRequest.SendAsync(address, "POST /v1/jobs HTTP/1.1", "Content-Type: audio/wav", $"Content-Length: {tooLong.Length}");
        using var chunked = await RawRequest.SendAsync(address, "POST /v1/jobs HTTP/1.1", "Content-Type: audio/wav", "Transfer-Encoding: chunked");

        // The header says how long the file is; its first part is enough to know.
        var first = tooLong[..70_000];
        await chunked.WriteAsync([.. Encoding.ASCII.GetBytes($"{first.Length:x}\r\n"), .. first, .. "\r\n"u8]);

        Assert.Equal((413, 413), (await announced.StatusAsync(), await chunked.StatusAsync()));
        Assert.Contains("10485760 bytes at most", await Problem.DetailAsync(await PostAsync(EndpointPaths.Jobs, Recordings.AsForm(tooLong)), 413), StringComparison.Ordinal);
    }

    private static byte[] Changed(byte[] recording, int at, params byte[] bytes)
    {
        var changed = recording.ToArray();
        bytes.CopyTo(changed, at);
        return changed;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        await (await gateway.ClientAsync()).PostAsync(new Uri(path, UriKind.Relative), content);

    private async Task<JobView> AcceptedAsync(string path, HttpContent content)
    {
        using var response = await PostAsync(path, content);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView))!;
    }

    private Task<byte[]> StoredAsync(JobView job) =>
        gateway.ScalarAsync<byte[]>("select content from job_files where job_id = $1 and name = $2", job.Id, JobFileNames.Audio);
}
