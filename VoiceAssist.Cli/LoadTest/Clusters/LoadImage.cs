using System.Text.Json.Nodes;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>Which image sends a load from within the cluster.</summary>
internal static class LoadImage
{
    private const string Repository = "cli";

    /// <returns>The command's own image as it is pushed beside the gateway's: <c>REGISTRY/voiceassist/cli:TAG</c>.</returns>
    /// <exception cref="FailureException">The gateway's image has no tag, as when it is given by digest.</exception>
    public static string Of(PublishedEnvironment environment)
    {
        var gateway = environment.Objects.FirstOrDefault(o => (string?)o["kind"] == "Deployment" && (string?)o["metadata"]?["name"] == TestLoad.Gateway);
        var image = (string?)(gateway?["spec"]?["template"]?["spec"]?["containers"] as JsonArray)?[0]?["image"] ?? "";
        var (slash, colon) = (image.LastIndexOf('/'), image.LastIndexOf(':'));
        return slash >= 0 && colon > slash && !image.Contains('@', StringComparison.Ordinal)
            ? $"{image[..slash]}/{Repository}{image[colon..]}"
            : throw new FailureException($"Which image is to send the load does not follow from the gateway's, '{image}': give --load-image.");
    }
}
