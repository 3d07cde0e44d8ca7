using System.Reflection;

namespace VoiceAssist.AppHost.Policies;

/// <summary>The images of this build. Names and tag stand in Directory.Build.props, from where the images themselves are built, too.</summary>
internal static class Images
{
    public static string Gateway { get; } = Stamped("GatewayImage");

    public static string Worker { get; } = Stamped("WorkerImage");

    public static string Tag { get; } = Stamped("ImageTag");

    private static string Stamped(string property) => typeof(Images).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == property).Value!;
}
