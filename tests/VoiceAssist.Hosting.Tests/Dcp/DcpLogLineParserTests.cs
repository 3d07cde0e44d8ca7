using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpLogLineParserTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 24, 5, 47, 3, 108, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T05:47:03.108Z text with  blanks", "text with  blanks")]
    [InlineData("2026-11-24T05:47:03.108000000Z from a container", "from a container")]
    [InlineData("2026-11-24T05:47:03.108Z ", "")]
    public void A_time_stamp_is_split_off(string line, string text) =>
        Assert.Equal(new DcpLogLine(DcpLogSource.StandardOutput, Time, text, false), DcpLogLineParser.Parse(DcpLogSource.StandardOutput, line));

    [Theory]
    [InlineData("")]
    [InlineData("12 bottles")]
    [InlineData("2026-11-24 is a date")]
    public void A_line_without_one_is_kept_whole(string line) =>
        Assert.Equal(new DcpLogLine(DcpLogSource.StandardOutput, null, line, false), DcpLogLineParser.Parse(DcpLogSource.StandardOutput, line));

    [Theory]
    [InlineData("StandardOutput", false)]
    [InlineData("StandardError", true)]
    [InlineData("StartupOutput", false)]
    [InlineData("StartupError", false)]
    public void Standard_error_alone_counts_as_an_error(string source, bool isError) =>
        Assert.Equal(isError, DcpLogLineParser.Parse(Enum.Parse<DcpLogSource>(source), "2026-11-24T05:47:03.108Z x").IsError);

    [Fact]
    public void A_system_line_becomes_readable_without_bookkeeping()
    {
        const string Line = "2026-11-24T05:47:03.108Z\terror\tExecutableReconciler\tFailed to start a process\t{\"Executable\": \"/e3\", \"Reconciliation\": 13, \"Cmd\": \"/bin/x\", \"error\": \"no such file\"}";

        Assert.Equal(
            new DcpLogLine(DcpLogSource.System, Time, "Failed to start a process: Cmd = /bin/x, error = no such file", true),
            DcpLogLineParser.Parse(DcpLogSource.System, Line));
    }

    [Fact]
    public void A_system_line_does_not_repeat_what_may_be_secret()
    {
        const string Line = "info\tExecutableReconciler\tStarting process...\t{\"Cmd\": \"/bin/x\", \"Args\": [\"--password\", \"hush\"], \"Input\": \"hush\"}";

        Assert.Equal("Starting process: Cmd = /bin/x", DcpLogLineParser.Parse(DcpLogSource.System, Line).Text);
    }

    [Theory]
    [InlineData("info\tA\tmessage", "message")]
    [InlineData("info\tA\tmessage.\tnot json: hush", "message.")]
    [InlineData("no tabs", "no tabs")]
    public void A_system_line_of_another_shape_is_not_lost(string line, string text) =>
        Assert.Equal(text, DcpLogLineParser.Parse(DcpLogSource.System, line).Text);
}
