using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.Parameters;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace VoiceAssist.Hosting.Tests.Parameters;

public sealed class UserSecretsFileTests : IDisposable
{
    private readonly string _id = $"voiceassist-tests-{Guid.NewGuid():N}";

    private string FilePath => PathHelper.GetSecretsPathFromSecretsId(_id);

    private string Directory => Path.GetDirectoryName(FilePath)!;

    public void Dispose()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    [Fact]
    public void A_value_that_was_made_is_there_the_next_time()
    {
        Assert.Equal("a", new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "a"));
        Assert.Equal("a", new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "b"));
    }

    [Fact]
    public void Other_keys_stay_as_they_are()
    {
        Write("""{ "Parameters:q": "1", "Parameters:r": "2" }""");
        new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "a");
        Assert.Equal("""{"Parameters:q":"1","Parameters:r":"2","Parameters:p":"a"}""", JsonNode.Parse(File.ReadAllText(FilePath))!.ToJsonString());
    }

    [Fact]
    public void Nobody_else_can_read_them()
    {
        new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "a");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public async Task App_hosts_that_start_at_once_agree_on_a_value_and_lose_none()
    {
        var made = 0;
        var values = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => new UserSecretsFile(_id).GetOrAdd(
            $"Parameters:p{i % 4}",
            () => $"{i % 4}-{Interlocked.Increment(ref made)}"))));
        Assert.Equal(4, made);
        Assert.Equal(4, values.Distinct().Count());
        Assert.Equal(4, JsonNode.Parse(File.ReadAllText(FilePath))!.AsObject().Count);
        Assert.DoesNotContain(System.IO.Directory.GetFiles(Directory), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void An_empty_file_holds_nothing(string text)
    {
        Write(text);
        Assert.Equal("a", new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "a"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "Parameters:p": 7 }""")]
    [InlineData("""{ "Parameters": { "p": "nested" }, "Parameters:p": {} }""")]
    public void A_malformed_file_is_named_and_left_alone(string text)
    {
        Write(text);
        var error = Assert.Throws<DistributedApplicationException>(() => new UserSecretsFile(_id).GetOrAdd("Parameters:p", () => "a"));
        Assert.StartsWith($"The user secrets '{FilePath}' are ", error.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(FilePath));
    }

    private void Write(string text)
    {
        System.IO.Directory.CreateDirectory(Directory);
        File.WriteAllText(FilePath, text);
    }
}
