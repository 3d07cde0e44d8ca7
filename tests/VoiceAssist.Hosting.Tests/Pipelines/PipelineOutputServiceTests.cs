using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;

namespace VoiceAssist.Hosting.Tests.Pipelines;

public class PipelineOutputServiceTests
{
    private static readonly ContainerResource Redis = new("redis");

    [Theory]
    [InlineData("out", "/apphost", "out")]
    [InlineData("/abs/out", "/apphost", "/abs/out")]
    [InlineData(null, "/apphost", "/apphost/aspire-output")]
    [InlineData("", "/apphost", "/apphost/aspire-output")]
    [InlineData(null, null, "aspire-output")]
    public void The_output_directory_is_absolute(string? outputPath, string? appHostDirectory, string expected)
    {
        using var service = Service(outputPath, appHostDirectory);
        Assert.Equal(Path.GetFullPath(expected), service.GetOutputDirectory());
    }

    [Fact]
    public void A_resource_has_a_directory_of_its_name()
    {
        using var service = Service("/abs/out", null);
        Assert.Equal(Path.GetFullPath("/abs/out/redis"), service.GetOutputDirectory(Redis));
    }

    [Fact]
    public void The_temporary_directory_is_there_until_the_end()
    {
        string directory;
        using (var service = Service(null, null))
        {
            directory = service.GetTempDirectory();
            Assert.True(Directory.Exists(directory));
            Assert.Equal(Path.Combine(directory, "redis"), service.GetTempDirectory(Redis));
        }

        Assert.False(Directory.Exists(directory));
    }

    private static PipelineOutputService Service(string? outputPath, string? appHostDirectory) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Pipeline:OutputPath", outputPath), new("AppHost:Directory", appHostDirectory)])
            .Build());
}
