namespace VoiceAssist.Cli.Setup;

/// <summary>What setup does with an object.</summary>
internal enum PlannedAction
{
    /// <summary>It is as it should be.</summary>
    Keep,

    Create,

    Change,

    /// <summary>Its values are right, but they are not ours yet: applying shares the ownership, and changes nothing else.</summary>
    Adopt,
}
