using System.Globalization;

namespace VoiceAssist.Autoscaling.WhatIf;

/// <summary>One figure of two runs side by side.</summary>
public sealed record ComparedFigure(string Name, string Unit, double Before, double After)
{
    public double Difference => After - Before;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-32}{Before,12:0.##}{After,12:0.##}{Difference,12:+0.##;-0.##;0}  {Unit}").TrimEnd();
}
