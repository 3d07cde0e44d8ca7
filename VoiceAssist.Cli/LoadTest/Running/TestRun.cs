using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>Runs a load test: load, and beside it a look at replicas and metrics again and again; then the cool-down.</summary>
internal sealed class TestRun(TestPlan plan, ITestTarget target, LoadOptions options, ITestView view, Surroundings around)
{
    public const string Interrupted = "interrupted";

    private const double CostKnownAfter = 0.25;

    /// <summary>A target that does not answer for as many looks is lost.</summary>
    private const int LostAfter = 12;

    /// <summary>Back at the minimum for so long, nothing more is to come.</summary>
    private static readonly TimeSpan CalmFor = TimeSpan.FromMinutes(2);

    /// <summary>And looked at as often in that time: a target that hardly answers is not calm.</summary>
    private const int CalmLooks = 5;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);

    private readonly List<TestSample> _samples = [];
    private Prediction[] _predictions = [];

    /// <summary>Ended early by cancellation, it still gives what was measured up to then.</summary>
    /// <exception cref="FailureException">A workload is not there, or the target is lost.</exception>
    public async Task<TestRecord> RunAsync(CancellationToken cancel)
    {
        var first = await target.LookAsync(cancel);
        _predictions = [.. plan.Loads.Select(l => Prediction.Of(Workload(first, l), l, cpuSeconds: null))];
        var sources = await target.PrepareAsync(plan.Loads, options, cancel);
        try
        {
            return await RunAsync(sources, first, cancel);
        }
        finally
        {
            foreach (var source in sources)
            {
                source.Dispose();
            }
        }
    }

    private static RehearsedWorkload Workload(IReadOnlyList<RehearsedWorkload> all, TestLoad load) => all.FirstOrDefault(w => w.Name == load.Workload)
        ?? throw new FailureException($"Nothing scales {load.Workload}; there {(all.Count == 1 ? "is" : "are")} {string.Join(", ", all.Select(w => w.Name).DefaultIfEmpty("no autoscalers"))}. Is the environment set up ('voiceassist setup'), and is this the right context?");

    private async Task<TestRecord> RunAsync(IReadOnlyList<ILoadSource> sources, IReadOnlyList<RehearsedWorkload> first, CancellationToken cancel)
    {
        var started = around.Time.GetUtcNow();
        var start = around.Time.GetTimestamp();
        Add(TimeSpan.Zero, first, sources);

        // A lost target ends the load, too.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = sources.Select(s => s.RunAsync(both.Token)).ToArray();
        string? cut = null;
        try
        {
            cut = await WatchAsync(start, sources, running, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            cut = Interrupted;
        }
        finally
        {
            await both.CancelAsync();
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new()
        {
            Target = target.Name,
            Plan = plan,
            Speed = target.Speed,
            Started = started,
            CutBecause = cut,
            EndedCalm = cut is null && IsCalm(),
            Samples = _samples,
            Results = [.. running.Zip(sources, (r, source) => r.IsCompletedSuccessfully ? r.Result : source.Result)],
            Predictions = Measured(),
        };
    }

    // The answer is why it ended early, if it did.
    private async Task<string?> WatchAsync(long start, IReadOnlyList<ILoadSource> sources, IReadOnlyList<Task<LoadResult>> running, CancellationToken cancel)
    {
        var pause = plan.SampleEvery / target.Speed;
        pause = pause > ShortestPause ? pause : ShortestPause;
        var (isMeasured, missed) = (false, 0);
        while (around.Time.GetElapsedTime(start) * target.Speed < plan.Length && !IsCalm())
        {
            await Task.Delay(pause, around.Time, cancel);
            if (running.FirstOrDefault(r => r.IsFaulted) is { Exception.InnerException: { } ended })
            {
                return ended.Message;
            }

            try
            {
                var seen = await target.LookAsync(cancel);
                Add(around.Time.GetElapsedTime(start) * target.Speed, seen, sources);
                missed = 0;
            }
            catch (FailureException lost)
            {
                if (++missed >= LostAfter)
                {
                    return lost.Message;
                }
            }

            if (!isMeasured && _samples[^1].Time > plan.LoadLength * CostKnownAfter)
            {
                isMeasured = true;
                _predictions = Measured();
            }
        }

        return null;
    }

    private bool IsCalm()
    {
        var lately = _samples.Where(s => s.Time >= _samples[^1].Time - CalmFor).ToList();
        return _samples[^1].Time > plan.LoadLength + CalmFor
            && lately.Count >= CalmLooks
            && lately.All(s => plan.Loads.Select((l, i) => s.Of(l.Workload)?.Wanted <= _predictions[i].Run.Model.Capacity.MinReplicas).All(isBack => isBack));
    }

    private Prediction[] Measured() => [.. plan.Loads.Select((l, i) => RequestCost.Of(_samples, l, target.Speed) is { } cost
        ? Prediction.Of(Workload(_samples[0].Workloads, l), l, cost)
        : _predictions[i])];

    private void Add(TimeSpan time, IReadOnlyList<RehearsedWorkload> workloads, IReadOnlyList<ILoadSource> sources)
    {
        var sample = new TestSample(time, workloads, plan.Loads.Zip(sources).ToDictionary(p => p.First.Workload, p => p.Second.SoFar.Succeeded, StringComparer.Ordinal));
        _samples.Add(sample);
        view.Show(sample, _predictions);
    }
}
