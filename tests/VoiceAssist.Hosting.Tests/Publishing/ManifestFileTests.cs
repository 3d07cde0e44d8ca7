using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace VoiceAssist.Hosting.Tests.Publishing;

public sealed class ManifestFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("manifest-");

    private string FilePath => Path.Combine(_directory.FullName, "deep", "manifest.json");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Only_the_manifest_is_written()
    {
        await WriteAsync(Good());
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public async Task A_manifest_that_is_there_is_replaced()
    {
        await WriteAsync(Good("old"));
        await WriteAsync(Good("new"));
        Assert.Contains("\"new\"", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_cannot_be_published_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<DistributedApplicationException>(() => WriteAsync(new ContainerResource("bare")));
        Assert.Empty(_directory.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_model_that_cannot_be_published_leaves_the_old_manifest_alone()
    {
        await WriteAsync(Good("old"));
        await Assert.ThrowsAsync<DistributedApplicationException>(() => WriteAsync(Good("new"), new ContainerResource("bare")));
        Assert.Contains("\"old\"", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_named_and_leaves_nothing_behind()
    {
        // A directory stands where the manifest should go.
        Directory.CreateDirectory(FilePath);
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => WriteAsync(Good()));
        Assert.StartsWith($"The manifest cannot be written to '{FilePath}'", error.Message, StringComparison.Ordinal);
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FilePath)!));
    }

    [Theory]
    [InlineData("out/manifest.json", "out/manifest.json")]
    [InlineData("out", "out/aspire-manifest.json")]
    [InlineData("out/", "out/aspire-manifest.json")]
    [InlineData("out/x.JSON", "out/x.JSON/aspire-manifest.json")]
    public void An_output_path_that_ends_in_json_is_the_file_and_any_other_its_directory(string outputPath, string expected) =>
        Assert.Equal(Path.GetFullPath(expected), ManifestFile.PathFor(outputPath));

    private static ContainerResource Good(string name = "good") => new ContainerResource(name).Image("x", "1");

    private Task WriteAsync(params IResource[] resources) =>
        ManifestFile.WriteAsync(FilePath, new(resources), new(DistributedApplicationOperation.Publish), TestContext.Current.CancellationToken);
}
