namespace VoiceAssist.Cli.Rollback;

/// <summary>What rolling back does with an object.</summary>
internal enum RestoreAction
{
    /// <summary>It is as it was.</summary>
    Keep,

    /// <summary>It gets its old state.</summary>
    Restore,

    /// <summary>It was deleted since, and is made again.</summary>
    Recreate,

    /// <summary>The setup had made it.</summary>
    Delete,

    /// <summary>The setup had made it, but data depends on it: Namespace, Secret, PersistentVolumeClaim.</summary>
    KeepData,

    /// <summary>Somebody else has made it anew since.</summary>
    KeepForeign,
}
