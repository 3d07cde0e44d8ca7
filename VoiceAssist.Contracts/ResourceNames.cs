namespace VoiceAssist.Contracts;

/// <summary>Names of the resources in the app model; Kubernetes objects and metrics derive theirs from them.</summary>
public static class ResourceNames
{
    public const string Server = "voiceassist-server";
    public const string Worker = "voiceassist-worker";
    public const string Postgres = "voiceassist-postgres";
    public const string Redis = "voiceassist-redis";

    /// <summary>The database inside <see cref="Postgres"/>.</summary>
    public const string Database = "voiceassist";
}
