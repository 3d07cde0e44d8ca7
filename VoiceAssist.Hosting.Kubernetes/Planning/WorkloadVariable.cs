namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>An environment variable: one of value, secret key and setting.</summary>
/// <param name="Name">Its name.</param>
internal sealed record WorkloadVariable(string Name)
{
    /// <summary>A value; <c>$(NAME)</c> in it stands for an earlier variable.</summary>
    public string? Value { get; init; }

    /// <summary>A key of the app's Secret.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Whether who deploys knows the secret's value: no program may make it up.</summary>
    public bool IsGiven { get; init; }

    /// <summary>A key of the environment's ConfigMap.</summary>
    public string? Setting { get; init; }

    /// <summary>Why it is what it is; null: it speaks for itself.</summary>
    public string? Because { get; init; }
}
