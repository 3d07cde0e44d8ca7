using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Judging;

/// <summary>Compares what a load test measured with its thresholds and with the simulator.</summary>
internal static class TestJudge
{
    /// <summary>By how much the real may be slower than the predicted: the simulator knows neither this machine nor this cluster.</summary>
    private const double Slack = 1.5;

    /// <summary>Two passes of the controller, whatever was predicted.</summary>
    private static readonly TimeSpan LeastSlack = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<TestFinding> Of(TestRecord record) =>
        [.. record.Plan.Loads.SelectMany((load, i) => Of(record, load, record.Results[i], record.Predictions[i]))];

    private static IEnumerable<TestFinding> Of(TestRecord record, TestLoad load, LoadResult result, Prediction prediction)
    {
        var seen = Observed.Of(record, load, prediction.Run.Model.Capacity.MinReplicas);
        yield return Reaction(record, load, seen, prediction);
        yield return Most(load, result.ErrorRate <= load.Limits.ErrorRate && result.Due > 0, "error rate", Percent(result.ErrorRate), Percent(load.Limits.ErrorRate), Failures(result));
        yield return Most(load, result.Latency.P99 <= load.Limits.P99.TotalMilliseconds, "p99 latency", Text(result.Latency.P99) + " ms", Text(load.Limits.P99.TotalMilliseconds) + " ms", "the slowest seconds are in seconds.csv");
        if (seen.Most > seen.Minimum)
        {
            var down = seen.Most == prediction.Most ? prediction : prediction.After(seen.Most);
            yield return Down(record, load, "first pod removed", seen.FirstDown, down.FirstDown);
            yield return Down(record, load, "back at the minimum", seen.BackAtMinimum, down.BackAtMinimum);
        }
    }

    private static TestFinding Reaction(TestRecord record, TestLoad load, Observed seen, Prediction prediction)
    {
        var limit = prediction.Reaction is { } expected && Slacked(expected) > load.Limits.Reaction ? Slacked(expected) : load.Limits.Reaction;
        var finding = new TestFinding(load.Workload, "reaction", FindingState.Passed, Text(seen.Reaction), $"at most {Text(limit)}", Text(prediction.Reaction));
        return seen.Reaction is { } took
            ? took <= limit ? finding : finding with { State = FindingState.Failed, Advice = "see in the report which metric was late: measured, scraped, or held back by a window" }
            : prediction.Reaction is null && !record.IsCut ? finding with { State = FindingState.NotSeen, Advice = "this load calls for no more replicas: raise the rate, or see whether the maximum was reached before" }
            : record.IsCut || limit > record.Samples[^1].Time ? finding with { State = FindingState.NotSeen, Advice = $"the test must last {Text(limit)} at least" }
            : finding with { State = FindingState.Failed, Advice = "no replica was added; why: see the autoscaler's reasons in the report" };
    }

    private static TestFinding Down(TestRecord record, TestLoad load, string what, TimeSpan? took, TimeSpan? predicted)
    {
        var limit = predicted is { } expected ? Slacked(expected) : (TimeSpan?)null;
        var finding = new TestFinding(load.Workload, what, FindingState.Passed, Text(took), limit is { } most ? $"at most {Text(most)}" : "as predicted", Text(predicted));
        if (took is { } time)
        {
            return limit is null || time <= limit ? finding : finding with { State = FindingState.Failed, Advice = "a metric kept it up: see its figures after the load" };
        }

        return limit is not { } needed ? finding with { State = FindingState.NotSeen, Advice = "not within hours, as predicted: a metric stays above its target" }
            : record.IsCut || needed > record.WatchedAfter ? finding with { State = FindingState.NotSeen, Advice = $"the policies take their time by design; to see it: --cool-down {Duration.From(TimeSpan.FromSeconds(Math.Ceiling(needed.TotalSeconds)))}" }
            : finding with { State = FindingState.Failed, Advice = "a metric kept it up: see its figures after the load" };
    }

    private static TestFinding Most(TestLoad load, bool isMet, string what, string measured, string most, string advice) =>
        new(load.Workload, what, isMet ? FindingState.Passed : FindingState.Failed, measured, "at most " + most, "", isMet ? "" : advice);

    private static TimeSpan Slacked(TimeSpan predicted) => TimeSpan.FromTicks(Math.Max((predicted * Slack).Ticks, (predicted + LeastSlack).Ticks));

    private static string Failures(LoadResult result) => string.Join(", ", result.Outcomes.Where(o => o.Key != RequestOutcome.Succeeded).Select(o => $"{o.Key}: {o.Value}")
        .Concat(result.BadStatuses.Select(s => $"status {s.Key}: {s.Value}")));

    private static string Percent(double share) => Text(share * 100) + " %";

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(TimeSpan? time) => time is { } value ? Duration.From(TimeSpan.FromSeconds(Math.Round(value.TotalSeconds))).ToString() : "never";
}
