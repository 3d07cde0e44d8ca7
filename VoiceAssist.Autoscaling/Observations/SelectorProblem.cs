namespace VoiceAssist.Autoscaling.Observations;

/// <summary>What is wrong with the target's pod selector, if anything.</summary>
public enum SelectorProblem
{
    None,

    /// <summary>The target reports no selector, or one that does not parse.</summary>
    Invalid,

    /// <summary>Its pods are selected by more than one autoscaler.</summary>
    Ambiguous,
}
