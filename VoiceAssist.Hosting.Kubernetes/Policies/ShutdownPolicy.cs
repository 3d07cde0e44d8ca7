using System.Globalization;
using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What a workload does between SIGTERM and its end; the grace period is the sum and a margin, never a figure of its own.</summary>
public sealed class ShutdownPolicy : Policy<ShutdownPolicy>
{
    private readonly List<Figure<(string Part, TimeSpan Time)>> _parts = [];

    /// <value>The parts of the shutdown, in order.</value>
    public IReadOnlyList<Figure<(string Part, TimeSpan Time)>> Parts => _parts;

    /// <value>What Kubernetes waits beyond the parts. Default 5 s.</value>
    public TimeSpan Margin { get; private set; } = TimeSpan.FromSeconds(5);

    /// <summary>The application's own need.</summary>
    public TimeSpan Need => _parts.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Value.Time);

    /// <summary><c>terminationGracePeriodSeconds</c>.</summary>
    public TimeSpan GracePeriod => Need + Margin;

    /// <summary>The sum as text: <c>5 s drain delay + 20 s in flight + 5 s margin = 30 s</c>.</summary>
    public string Arithmetic => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(_parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value.Time.TotalSeconds} s {p.Value.Part} + ")))}{Margin.TotalSeconds} s margin = {GracePeriod.TotalSeconds} s");

    /// <summary>A part of the shutdown; one of the same name is replaced.</summary>
    public ShutdownPolicy Takes(string part, TimeSpan time, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"The part '{part}' of a shutdown cannot take negative time.");
        }

        _parts.RemoveAll(p => p.Value.Part == part);
        _parts.Add(new((part, time), because, new(file, line)));
        return this;
    }

    /// <summary>What Kubernetes waits beyond the parts.</summary>
    public ShutdownPolicy WithMargin(TimeSpan margin)
    {
        Margin = margin;
        return this;
    }
}
