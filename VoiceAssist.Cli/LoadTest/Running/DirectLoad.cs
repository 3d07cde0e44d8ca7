using System.Net;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>A load that this process sends.</summary>
internal sealed class DirectLoad : ILoadSource
{
    private const string JobsPath = "/v1/jobs";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LoadGenerator _generator;
    private readonly LoadProfile _profile;

    private DirectLoad(LoadGenerator generator, LoadProfile profile) => (_generator, _profile) = (generator, profile);

    public (long Ended, long Succeeded) SoFar => _generator.SoFar;

    /// <summary>One for each load.</summary>
    /// <exception cref="FailureException">The gateway takes no job.</exception>
    public static async Task<IReadOnlyList<DirectLoad>> ToAsync(Uri gateway, IReadOnlyList<TestLoad> loads, LoadOptions options, TimeProvider time, CancellationToken cancel)
    {
        var sources = new List<DirectLoad>();
        try
        {
            foreach (var load in loads)
            {
                sources.Add(await ToAsync(gateway, load, options, time, cancel));
            }

            return sources;
        }
        catch
        {
            sources.ForEach(s => s.Dispose());
            throw;
        }
    }

    /// <summary>Jobs are submitted; requests ask for one job that is submitted here, so that they do what the gateway does for a living.</summary>
    private static async Task<DirectLoad> ToAsync(Uri gateway, TestLoad load, LoadOptions options, TimeProvider time, CancellationToken cancel)
    {
        var jobs = new Uri(gateway, JobsPath);
        var request = load.IsJobs
            ? new LoadRequest(HttpMethod.Post, jobs, options.Speech ? SampleJob.Speech : SampleJob.Text, options.ApiKey)
            : new LoadRequest(HttpMethod.Get, await SubmitAsync(jobs, options.ApiKey, cancel), null, options.ApiKey);
        return new(new(request, options, time), load.Profile);
    }

    public LoadResult Result => _generator.Result;

    public Task<LoadResult> RunAsync(CancellationToken cancel) => _generator.RunAsync(_profile, cancel);

    public void Dispose() => _generator.Dispose();

    private static async Task<Uri> SubmitAsync(Uri jobs, string? apiKey, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var message = new LoadRequest(HttpMethod.Post, jobs, SampleJob.Text, apiKey).ToMessage();
            using var answer = await client.SendAsync(message, cancel);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                throw new FailureException($"The gateway takes no job: {(apiKey is null ? "it asks for an API key, and none was given" : "it does not know the API key that was given")}. Set {GatewayKey.Variable}.");
            }

            return answer is { IsSuccessStatusCode: true, Headers.Location: { } location }
                ? new(jobs, location)
                : throw new FailureException($"The gateway takes no job: POST {jobs} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new FailureException($"The gateway takes no job: POST {jobs}: {e.Message}. Is this the gateway's address, and does it run?");
        }
    }
}
