using System.Net.Http.Json;
using System.Text.Json;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Local;

/// <summary>A rehearsal on this machine.</summary>
internal sealed class LocalTarget : ITestTarget
{
    /// <summary>In the cluster's time; what is not back at its minimum by then has something to do.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromMinutes(20);

    /// <summary>In this machine's time: programs start no faster because the test's clock does.</summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly Uri _gateway;
    private readonly RunningAppHost? _host;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new() { Timeout = AnswerTime };

    private LocalTarget(Uri gateway, RunningAppHost? host, TimeProvider time) => (_gateway, _host, _time) = (gateway, host, time);

    public string Name { get; private set; } = "local";

    public double Speed { get; private set; } = 1;

    /// <summary>Takes a rehearsal over and waits until its replicas are at their minimum, all ready.</summary>
    /// <param name="gateway">Its address.</param>
    /// <param name="host">The app host, which ends with the target; null where it is somebody else's.</param>
    /// <param name="around">For the time.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="FailureException">No rehearsal answers there.</exception>
    public static async Task<LocalTarget> ConnectAsync(Uri gateway, RunningAppHost? host, Surroundings around, CancellationToken cancel)
    {
        var target = new LocalTarget(gateway, host, around.Time);
        try
        {
            var status = await target.StatusAsync(cancel);
            (target.Name, target.Speed) = (FormattableString.Invariant($"local (policies of {status.Environment}, {gateway})"), status.Speed);
            var start = around.Time.GetTimestamp();
            while (!IsSettled(status) && around.Time.GetElapsedTime(start) is var waited && (waited < StartTime || waited * target.Speed < SettleTime))
            {
                await Task.Delay(around.PollEvery, around.Time, cancel);
                status = await target.StatusAsync(cancel);
            }

            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<RehearsedWorkload>> LookAsync(CancellationToken cancel) => (await StatusAsync(cancel)).Workloads;

    public async Task<IReadOnlyList<ILoadSource>> PrepareAsync(IReadOnlyList<TestLoad> loads, LoadOptions options, CancellationToken cancel) =>
        await DirectLoad.ToAsync(_gateway, loads, options with { Speed = Speed }, _time, cancel);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    // What a process burns while it starts may have added replicas.
    private static bool IsSettled(RehearsalStatus status) => status.Workloads.Count > 0 && status.Workloads.All(w =>
        w.UsedCores is not null && w.Ready == w.Wanted && w.Wanted == (KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(w.Autoscaler).Spec.MinReplicas ?? 1));

    private async Task<RehearsalStatus> StatusAsync(CancellationToken cancel)
    {
        var url = new Uri(_gateway, RehearsalStatus.Path);
        try
        {
            return await _client.GetFromJsonAsync<RehearsalStatus>(url, RehearsalStatus.Json, cancel) ?? throw new JsonException("the answer is null");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new FailureException($"No rehearsal answers at {url}: {e.Message}. Was the app host started with --autoscale true, and is it still running?");
        }
    }
}
