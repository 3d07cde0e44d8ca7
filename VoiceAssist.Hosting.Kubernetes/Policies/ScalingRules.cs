using System.Globalization;
using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How fast an autoscaler may scale in one direction. What an environment writes again replaces what the base wrote.</summary>
public sealed class ScalingRules
{
    private readonly List<ScalingStep> _steps = [];

    /// <value>The stabilization window; null: Kubernetes' default (0 s up, 300 s down).</value>
    public Figure<TimeSpan>? Window { get; private set; }

    /// <value>The policies; none: Kubernetes' defaults.</value>
    public IReadOnlyList<ScalingStep> Steps => _steps;

    /// <value>Which policy counts; null: Kubernetes' default, the larger change.</value>
    public ScalingSelection? Selection { get; private set; }

    /// <value>The tolerance of this direction (Kubernetes 1.33 and later), e.g. 0.05; null: the cluster's (0.1).</value>
    public Figure<decimal>? ToleratedRatio { get; private set; }

    /// <summary>The stabilization window, 0 to 3600 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer, or not whole seconds.</exception>
    public ScalingRules Stabilize(TimeSpan window, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Window = new(Seconds(window, 0, 3600, "A stabilization window"), because, new(file, line));
        return this;
    }

    /// <summary>At most so many percent of the replicas within a period of 1 to 1800 s.</summary>
    public ScalingRules Percent(int percent, TimeSpan per, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingStepKind.Percent, percent, Seconds(per, 1, 1800, "A policy's period"), because, new(file, line)));

    /// <summary>At most so many pods within a period of 1 to 1800 s.</summary>
    public ScalingRules Pods(int pods, TimeSpan per, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new(ScalingStepKind.Pods, pods, Seconds(per, 1, 1800, "A policy's period"), because, new(file, line)));

    /// <summary>Of several policies the one that allows the larger change counts.</summary>
    public ScalingRules TheLarger() => Select(ScalingSelection.Max);

    /// <summary>Of several policies the one that allows the smaller change counts.</summary>
    public ScalingRules TheSmaller() => Select(ScalingSelection.Min);

    /// <summary>Never scales in this direction.</summary>
    public ScalingRules Never() => Select(ScalingSelection.Disabled);

    /// <summary>How far the ratio of a metric to its target may be from 1 before anything happens.</summary>
    public ScalingRules Tolerance(decimal ratio, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (ratio is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A tolerance lies between 0 and 1.");
        }

        ToleratedRatio = new(ratio, because, new(file, line));
        return this;
    }

    private ScalingRules Add(ScalingStep step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step.Amount);
        _steps.RemoveAll(s => s.Kind == step.Kind);
        _steps.Add(step);
        return this;
    }

    private ScalingRules Select(ScalingSelection selection)
    {
        Selection = selection;
        return this;
    }

    private static TimeSpan Seconds(TimeSpan time, int min, int max, string what) =>
        time.Ticks % TimeSpan.TicksPerSecond == 0 && time.TotalSeconds >= min && time.TotalSeconds <= max
            ? time
            : throw new ArgumentOutOfRangeException(nameof(time), string.Create(CultureInfo.InvariantCulture, $"{what} of {time.TotalSeconds} s is not allowed. Allowed: whole seconds from {min} to {max}."));
}
