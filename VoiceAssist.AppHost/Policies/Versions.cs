namespace VoiceAssist.AppHost.Policies;

/// <summary>The version under which the images are published: this build's own.</summary>
internal static class Versions
{
    public static string Image { get; } = typeof(Versions).Assembly.GetName().Version!.ToString(3);
}
