using System.Diagnostics;
using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class ProcessTableTests
{
    private const string AfterState = " 6841 6841 6841 0 -1 4194304 81 309 1 1 0 0 0 0 20 0 1 0 57226 2654208 405";

    [Theory]
    [InlineData("6894 (sh) S", false)]
    [InlineData("6894 (a) b (c)) R", false)]
    [InlineData("6894 (sh) Z", true)]
    public void A_stat_line_is_read(string beginning, bool isZombie) =>
        Assert.Equal(new ProcessStat(new ProcessIdentity(6894, 57226), 6841, isZombie), ProcessTable.ParseStat(beginning + AfterState));

    [Theory]
    [InlineData("")]
    [InlineData("6894 (sh")]
    [InlineData("6894 (sh) S 1 2 3")]
    public void A_line_of_another_shape_is_refused(string line) => Assert.Null(ProcessTable.ParseStat(line));

    [Fact]
    public void The_identity_time_counts_the_ticks_from_year_one() =>
        Assert.Equal(new DateTime(1, 1, 1, 0, 9, 31, 870, DateTimeKind.Utc), new ProcessIdentity(1, 57187).IdentityTime);

    [Fact]
    public void This_process_is_alive_and_another_one_of_its_number_is_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        var self = ProcessIdentity.Find(Environment.ProcessId)!.Value;

        Assert.True(self.IsAlive);
        Assert.False((self with { StartTicks = self.StartTicks + 1 }).IsAlive);
    }

    [Fact]
    public void Processes_of_one_environment_are_told_apart_by_their_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        var mark = Guid.NewGuid().ToString("N");
        using var process = Process.Start(new ProcessStartInfo("sleep", ["60"]) { Environment = { ["MARK"] = mark } })!;
        try
        {
            SpinWait.SpinUntil(() => ProcessTable.FindByEnvironment(mark, "sleep").Count > 0);

            Assert.Equal([process.Id], ProcessTable.FindByEnvironment(mark, "sleep").Select(p => p.Pid));
            Assert.Empty(ProcessTable.FindByEnvironment(mark, "dcp"));
        }
        finally
        {
            process.Kill();
        }
    }
}
