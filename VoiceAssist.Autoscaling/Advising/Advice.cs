namespace VoiceAssist.Autoscaling.Advising;

/// <summary>One piece of advice with the figures behind it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The metric, policy or resource.</param>
/// <param name="Text">What to do and why, for people.</param>
/// <param name="Figures">The figures it rests on, by name with unit.</param>
public sealed record Advice(AdviceKind Kind, string Subject, string Text, IReadOnlyDictionary<string, double> Figures)
{
    public override string ToString() => $"{Subject}: {Text}";
}
