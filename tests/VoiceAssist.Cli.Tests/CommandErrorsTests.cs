namespace VoiceAssist.Cli.Tests;

public sealed class CommandErrorsTests
{
    [Theory]
    [InlineData("test dev gateway", "WHAT: 'gateway' is not allowed; give api or worker or all. See 'voiceassist test --help'.")]
    [InlineData("test dev api --rate x", "--rate: 'x' is not allowed; give a number. See 'voiceassist test --help'.")]
    [InlineData("test local api --speed x", "--speed: 'x' is not allowed; give a number. See 'voiceassist test local --help'.")]
    [InlineData("rollback dev --to x", "--to: 'x' is not allowed; give a whole number. See 'voiceassist rollback --help'.")]
    [InlineData("status --wat", "Option '--wat' is not known. See 'voiceassist status --help'.")]
    [InlineData("plan prod --nod 8cpu/32Gi", "See 'voiceassist plan --help'.")]
    [InlineData("setup", "Required argument 'ENV' missing for command: 'setup'. See 'voiceassist setup --help'.")]
    [InlineData("setpu dev", "See 'voiceassist --help'.")]
    [InlineData("load http://127.0.0.1:1", "give --api, --jobs or both.")]
    public async Task Wrong_usage_says_what_is_allowed_and_where_to_read_on(string line, string expected)
    {
        using var error = new StringWriter();

        Assert.Equal(2, await CommandLine.RunAsync(line.Split(' '), TextWriter.Null, error, default));

        Assert.EndsWith(expected, error.ToString().TrimEnd(), StringComparison.Ordinal);
    }
}
