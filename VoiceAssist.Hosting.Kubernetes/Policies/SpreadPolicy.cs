using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How pods are spread over nodes and zones.</summary>
public sealed class SpreadPolicy : Policy<SpreadPolicy>
{
    private readonly List<Figure<SpreadRule>> _rules = [];

    /// <value>The rules.</value>
    public IReadOnlyList<Figure<SpreadRule>> Rules => _rules;

    /// <summary>Spreads over a topology, e.g. <c>kubernetes.io/hostname</c>; a rule for the same topology is replaced.</summary>
    /// <param name="topology">The node label.</param>
    /// <param name="maxSkew">How far the numbers of pods may differ.</param>
    /// <param name="required">Whether a pod waits rather than break the rule.</param>
    /// <param name="because">Why.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public SpreadPolicy Across(string topology, int maxSkew = 1, bool required = false, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSkew);
        _rules.RemoveAll(r => r.Value.Topology == topology);
        _rules.Add(new(new(topology, maxSkew, required), because, new(file, line)));
        return this;
    }
}
