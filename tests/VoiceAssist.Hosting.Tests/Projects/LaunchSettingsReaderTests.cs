using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Projects;

public sealed class LaunchSettingsReaderTests : IDisposable
{
    private const string Settings = """
        {
          // Visual Studio writes comments and trailing commas.
          "profiles": {
            "IIS Express": { "commandName": "IISExpress" },
            "http": {
              "commandName": "Project",
              "applicationUrl": "http://localhost:5001; http://*:5002;http://+:5003",
              "environmentVariables": { "A": "1", "B": null },
            },
            "worker": { "commandName": "Project" },
          },
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    private string Project => Path.Combine(_directory.Path, "Api.csproj");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_profiles_that_start_the_project_are_read_in_file_order()
    {
        Write(Settings);
        var profiles = LaunchSettingsReader.Read(Project, "api");
        Assert.Equal(["http", "worker"], profiles.Select(p => p.Name));
        Assert.Equal(["http://localhost:5001/", "http://localhost:5002/", "http://localhost:5003/"], profiles[0].ApplicationUrls.Select(u => u.ToString()));
        Assert.Equal([new("A", "1"), new("B", "")], profiles[0].EnvironmentVariables);
        Assert.Empty(profiles[1].ApplicationUrls);
    }

    [Fact]
    public void A_project_without_launch_settings_has_no_profiles() => Assert.Empty(LaunchSettingsReader.Read(Project, "api"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "iisSettings": {} }""")]
    public void Launch_settings_may_have_no_profiles(string text)
    {
        Write(text);
        Assert.Empty(LaunchSettingsReader.Read(Project, "api"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "profiles": [] }""")]
    [InlineData("""{ "profiles": { "p": 7 } }""")]
    [InlineData("""{ "profiles": { "p": { "commandName": "Project", "applicationUrl": "nonsense" } } }""")]
    [InlineData("""{ "profiles": { "p": { "commandName": "Project", "environmentVariables": "x" } } }""")]
    public void Malformed_launch_settings_are_named_with_the_resource(string text)
    {
        Write(text);
        var error = Assert.Throws<DistributedApplicationException>(() => LaunchSettingsReader.Read(Project, "api"));
        Assert.StartsWith($"The launch settings '{LaunchSettingsReader.PathOf(Project)}' of resource 'api' cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "http")]
    [InlineData("worker", "worker")]
    [InlineData("unknown", "http")]
    public void By_default_the_app_hosts_profile_decides_and_else_the_first(string? appHostProfile, string expected)
    {
        Write(Settings);
        Assert.Equal(expected, Read(LaunchProfileChoice.Default, appHostProfile)?.Name);
    }

    [Fact]
    public void A_profile_can_be_named_or_left_out()
    {
        Write(Settings);
        Assert.Equal("worker", Read(new("worker"))?.Name);
        Assert.Null(Read(new((string?)null)));
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_refused_with_those_that_do()
    {
        Write(Settings);
        var error = Assert.Throws<DistributedApplicationException>(() => Read(new("https")));
        Assert.Equal($"The launch profile 'https' of resource 'api' does not exist in '{LaunchSettingsReader.PathOf(Project)}'. Profiles there: 'http', 'worker'.", error.Message);
    }

    private void Write(string settings) => _directory.Write("Properties/launchSettings.json", settings);

    private LaunchProfile? Read(LaunchProfileChoice choice, string? appHostProfile = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DOTNET_LAUNCH_PROFILE", appHostProfile)]).Build();
        return choice.Read(new ProjectFile(Project), "api", configuration);
    }
}
