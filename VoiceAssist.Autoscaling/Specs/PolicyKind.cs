namespace VoiceAssist.Autoscaling.Specs;

/// <summary>The unit of a scaling policy's value.</summary>
public enum PolicyKind
{
    Pods,
    Percent,
}
