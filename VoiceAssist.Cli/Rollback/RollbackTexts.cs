namespace VoiceAssist.Cli.Rollback;

/// <summary>Steps of a rollback for people.</summary>
internal static class RollbackTexts
{
    public static string Future(RestoreStep step) => step.Action switch
    {
        RestoreAction.Delete when step.Reference.Kind == "Namespace" => $"- {step.Reference}, with everything in it",
        RestoreAction.Delete => $"- {step.Reference}",
        RestoreAction.Restore => $"~ {step.Reference}, as it was",
        RestoreAction.Recreate => $"+ {step.Reference}, as it was",
        RestoreAction.KeepData => $"= {step.Reference} stays (--delete-data removes it)",
        RestoreAction.KeepForeign => $"= {step.Reference} stays: somebody else has made it anew",
        _ => $"= {step.Reference} is as it was",
    };

    public static string Past(RestoreStep step) => step.Action switch
    {
        RestoreAction.Delete => $"{step.Reference} deleted",
        RestoreAction.Restore => $"{step.Reference} restored",
        RestoreAction.Recreate => $"{step.Reference} made again",
        _ => $"{step.Reference} kept",
    };
}
