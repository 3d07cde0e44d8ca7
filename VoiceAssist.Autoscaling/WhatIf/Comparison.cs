using System.Globalization;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.WhatIf;

/// <summary>The same load and the same randomness with two policies.</summary>
/// <param name="Before">The run as the model says.</param>
/// <param name="After">The run with the change.</param>
/// <param name="Figures">What differs, and what does not.</param>
public sealed record Comparison(WorkloadRun Before, WorkloadRun After, IReadOnlyList<ComparedFigure> Figures)
{
    /// <summary>The figures as a table.</summary>
    public override string ToString() => string.Join('\n', Figures.Select(f => f.ToString()).Prepend(
        string.Create(CultureInfo.InvariantCulture, $"{Before.Name,-32}{"before",12}{"after",12}{"difference",12}")));
}
