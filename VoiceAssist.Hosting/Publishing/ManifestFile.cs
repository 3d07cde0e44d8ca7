using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>A manifest on disk: either complete or not there.</summary>
internal static class ManifestFile
{
    public const string DefaultName = "aspire-manifest.json";

    /// <summary>The manifest's path for an output path: a name that ends in <c>.json</c> is the file, any other the directory it goes to.</summary>
    public static string PathFor(string outputPath) => Path.GetFullPath(
        outputPath.EndsWith(".json", StringComparison.Ordinal) ? outputPath : Path.Combine(outputPath, DefaultName));

    /// <summary>Writes a model's manifest; a file of that name is replaced in one step.</summary>
    /// <exception cref="DistributedApplicationException">A resource cannot be written, or the file cannot; a file that was there before is as it was.</exception>
    public static async Task WriteAsync(
        string path, DistributedApplicationModel model, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        // In memory first: a model that cannot be published leaves not even a directory.
        using var content = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(content, ManifestJson.Options))
        {
            var context = new ManifestPublishingContext(executionContext, path, writer, cancellationToken);
            await new ManifestWriter(context).WriteModelAsync(model).ConfigureAwait(false);
        }

        var directory = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(directory, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllBytesAsync(temporary, content.ToArray(), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"The manifest cannot be written to '{path}': {error.Message}", error);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
