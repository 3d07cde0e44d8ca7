using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Orchestration;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class WorkloadStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", null, false)]
    [InlineData("Starting", "Starting", false)]
    [InlineData("Running", "Running", false)]
    [InlineData("Stopping", "Stopping", false)]
    [InlineData("Finished", "Finished", true)]
    [InlineData("Terminated", "Finished", true)]
    [InlineData("FailedToStart", "FailedToStart", true)]
    [InlineData("Unknown", "Unknown", false)]
    public void The_states_of_an_executable_are_those_of_the_dashboard(string? dcp, string? expected, bool isTerminal)
    {
        var state = WorkloadState.Of(Program(new() { State = dcp }));
        Assert.Equal((expected, isTerminal), (state.State, state.IsTerminal));
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("Pending", "Starting", false)]
    [InlineData("Building", "Starting", false)]
    [InlineData("Starting", "Starting", false)]
    [InlineData("Running", "Running", false)]
    [InlineData("Paused", "Paused", false)]
    [InlineData("Exited", "Exited", true)]
    [InlineData("FailedToStart", "FailedToStart", true)]
    [InlineData("RuntimeUnhealthy", "RuntimeUnhealthy", false)]
    public void The_states_of_a_container_are_those_of_the_dashboard(string dcp, string? expected, bool isTerminal)
    {
        var state = WorkloadState.Of(new Container { Metadata = new() { Name = "c" }, Spec = new() { Image = "i" }, Status = new() { State = dcp, ContainerId = "id", Message = "why" } });
        Assert.Equal((expected, isTerminal, "id", "why"), (state.State, state.IsTerminal, state.ContainerId, state.Message));
    }

    [Fact]
    public void A_workload_that_DCP_has_not_looked_at_has_no_state()
    {
        var state = WorkloadState.Of(Program(status: null));
        Assert.Null(state.State);
        Assert.Empty(state.Environment);
    }

    [Fact]
    public void A_running_program_shows_its_process_its_start_and_the_variables_it_really_has()
    {
        var state = WorkloadState.Of(Program(new()
        {
            State = "Running",
            Pid = 42,
            StartupTimestamp = Start,
            EffectiveEnv = [new() { Name = "PORT", Value = "5001" }, new() { Name = "PATH", Value = "/bin" }],
        }));
        var snapshot = Before().WithState(state);
        Assert.Equal(("Running", "success"), (snapshot.State?.Text, snapshot.State?.Style));
        Assert.Equal(Start.UtcDateTime, snapshot.StartTimeStamp);
        Assert.Contains(snapshot.Properties, p => p.Name == "executable.pid" && p.Value is 42L);
        Assert.Equal([("PORT", "5001", true), ("PATH", "/bin", false)], snapshot.EnvironmentVariables.Select(v => (v.Name, v.Value, v.IsFromSpec)));
    }

    [Theory]
    [InlineData("Finished", 0, null)]
    [InlineData("Finished", 3, "error")]
    [InlineData("Finished", null, null)]
    [InlineData("FailedToStart", null, "error")]
    public void An_end_is_shown_with_its_exit_code(string dcp, int? exitCode, string? style)
    {
        var snapshot = Before().WithState(WorkloadState.Of(Program(new() { State = dcp, ExitCode = exitCode, FinishTimestamp = Start })));
        Assert.Equal((exitCode, style, Start.UtcDateTime), (snapshot.ExitCode, snapshot.State?.Style, snapshot.StopTimeStamp));
    }

    [Fact]
    public void What_DCP_does_not_say_stays_as_it_was()
    {
        var before = Before() with { State = KnownResourceStates.Starting, StartTimeStamp = Start.UtcDateTime };
        var snapshot = before.WithState(WorkloadState.Of(Program(status: null)));
        Assert.Equal("Starting", snapshot.State?.Text);
        Assert.Equal(Start.UtcDateTime, snapshot.StartTimeStamp);
        Assert.Equal(before.EnvironmentVariables, snapshot.EnvironmentVariables);
    }

    private static CustomResourceSnapshot Before() => new()
    {
        ResourceType = "Executable",
        Properties = [],
        EnvironmentVariables = [new("PORT", "{{portForServing \"x\"}}", IsFromSpec: true)],
    };

    private static Executable Program(ExecutableStatus? status) =>
        new() { Metadata = new() { Name = "x" }, Spec = new() { ExecutablePath = "/bin/x" }, Status = status };
}
