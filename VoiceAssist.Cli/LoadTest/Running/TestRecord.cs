using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What a load test measured.</summary>
internal sealed record TestRecord
{
    public required string Target { get; init; }

    public required TestPlan Plan { get; init; }

    public required double Speed { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>Why it was ended before its time; null when it was not. What had not happened by then is not missing.</summary>
    public required string? CutBecause { get; init; }

    /// <summary>Whether the cool-down ended early, since all was back at its minimum.</summary>
    public required bool EndedCalm { get; init; }

    public bool IsCut => CutBecause is not null;

    /// <summary>Whether somebody interrupted it.</summary>
    public bool IsInterrupted => CutBecause == TestRun.Interrupted;

    /// <summary>In order; the first one is from before the load.</summary>
    public required IReadOnlyList<TestSample> Samples { get; init; }

    /// <summary>For each load, in the plan's order.</summary>
    public required IReadOnlyList<LoadResult> Results { get; init; }

    /// <summary>In the plan's order.</summary>
    public required IReadOnlyList<Prediction> Predictions { get; init; }

    /// <summary>How long was watched after the load.</summary>
    public TimeSpan WatchedAfter => Samples[^1].Time > Plan.LoadLength ? Samples[^1].Time - Plan.LoadLength : TimeSpan.Zero;
}
