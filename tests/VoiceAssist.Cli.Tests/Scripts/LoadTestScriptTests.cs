using System.Runtime.Versioning;
using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Cli.Tests.Scripts;

/// <summary>k8s/performance/test-autoscaling.sh.</summary>
[Collection("scripts")]
[UnsupportedOSPlatform("windows")]
public sealed class LoadTestScriptTests : IDisposable
{
    private const string Autoscalers = "get hpa -n voiceassist-dev -o jsonpath=";

    private static readonly string Path = System.IO.Path.Combine(Repository.Tree, "test-autoscaling.sh");

    private readonly FakeKubectl _kubectl = new();
    private readonly string _reports = Directory.CreateTempSubdirectory("voiceassist-reports").FullName;

    public LoadTestScriptTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the scripts are for bash");

    public void Dispose()
    {
        _kubectl.Dispose();
        Directory.Delete(_reports, recursive: true);
    }

    [Fact]
    public async Task The_script_is_valid_and_shellcheck_finds_nothing()
    {
        Assert.Equal(new CliRun(0, "", ""), await Script.RunAsync("bash", ["-n", Path], new Dictionary<string, string?>()));
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(System.IO.Path.Combine(f, "shellcheck"))), "shellcheck is not installed");
        Assert.Equal("", (await Script.RunAsync("shellcheck", [Path], new Dictionary<string, string?>())).Output);
    }

    [Theory]
    [InlineData("help", 0, "Usage: test-autoscaling.sh ENV")]
    [InlineData("", 2, "Usage:")]
    [InlineData("install prod", 2, "'install' is not published; there are dev prod staging")]
    [InlineData("dev gateway", 2, "'gateway' cannot be tested")]
    [InlineData("dev api more", 2, "one argument too many")]
    [InlineData("dev --for", 2, "--for needs a value")]
    [InlineData("dev --for 10", 2, "'10' is not a time")]
    [InlineData("dev --rate 0", 2, "'0' is not a rate")]
    [InlineData("dev --force", 2, "Option '--force' is not known")]
    public async Task Arguments_are_understood_or_refused(string arguments, int code, string expected)
    {
        var run = await _kubectl.RunAsync(arguments, script: Path);

        Assert.Equal(code, run.Code);
        Assert.Contains(expected, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Empty(_kubectl.Calls);
    }

    [Fact]
    public async Task The_command_is_called_where_it_is_installed()
    {
        _kubectl.AddProgram("voiceassist");

        Assert.Equal(0, (await _kubectl.RunAsync("prod api --context eu --for 1h", kubectlOnly: false, Path)).Code);

        Assert.Equal([$"voiceassist test prod api --tree {Repository.Tree} --for 1h --cool-down 5m --rate 300 --job-rate 30 --reports reports --context eu"], _kubectl.Calls);
    }

    [Fact]
    public async Task Prod_needs_a_named_context()
    {
        Prepare();
        _kubectl.Answer("config current-context", "somewhere");

        var run = await _kubectl.RunAsync($"prod --reports {_reports}", script: Path);

        Assert.Equal(2, run.Code);
        Assert.Contains("name the context with --context somewhere", run.Error, StringComparison.Ordinal);
        Assert.Equal(["config current-context"], _kubectl.Calls);
    }

    [Fact]
    public async Task Load_is_sent_replicas_are_watched_and_a_report_is_written()
    {
        Prepare();

        var run = await _kubectl.RunAsync($"dev all --for 2s --cool-down 1s --rate 100 --job-rate 50 --reports {_reports}", script: Path);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("hey -z 2s -c 50 -q 2.000 -H Authorization: Bearer the-key http://127.0.0.1:4711/v1/jobs/1", _kubectl.Calls);
        Assert.Contains($"hey -z 2s -c 50 -q 1.000 -H Authorization: Bearer the-key -m POST -T audio/wav -D {Repository.Tree}/lib/command.wav http://127.0.0.1:4711/v1/jobs", _kubectl.Calls);
        Assert.Contains("voiceassist-server grew from 1 to 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("voiceassist-worker was not back at its minimum of 1 within the cool-down", run.Output, StringComparison.Ordinal);
        var folder = Assert.Single(Directory.GetDirectories(_reports));
        Assert.Contains("| voiceassist-worker | 1 | 2 | 2 |", await File.ReadAllTextAsync(System.IO.Path.Combine(folder, "report.md")), StringComparison.Ordinal);
        Assert.Contains("Requests/sec: 300", await File.ReadAllTextAsync(System.IO.Path.Combine(folder, "report.md")), StringComparison.Ordinal);
        Assert.Contains(",voiceassist-server,2,1,3,", await File.ReadAllTextAsync(System.IO.Path.Combine(folder, "samples.csv")), StringComparison.Ordinal);
        Assert.False(File.Exists(System.IO.Path.Combine(folder, "port-forward")));
    }

    [Fact]
    public async Task A_key_that_is_given_goes_before_the_one_in_the_cluster()
    {
        Prepare();
        _kubectl.AddProgram("curl", $"cat >{_reports}/headers\nprintf 'HTTP/1.1 202 Accepted\\r\\nLocation: /v1/jobs/1\\r\\n\\r\\n'");

        await _kubectl.RunAsync($"dev api --for 1s --cool-down 1s --rate 100 --reports {_reports}", script: Path, apiKey: "mine");

        Assert.Equal("Authorization: Bearer mine\n", await File.ReadAllTextAsync(System.IO.Path.Combine(_reports, "headers")));
        Assert.Contains("hey -z 1s -c 50 -q 2.000 -H Authorization: Bearer mine http://127.0.0.1:4711/v1/jobs/1", _kubectl.Calls);
        Assert.DoesNotContain(_kubectl.Calls, call => call.Contains("get secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_never_grows_fails()
    {
        Prepare();
        _kubectl.AddProgram("hey");

        var run = await _kubectl.RunAsync($"dev worker --for 1s --cool-down 1s --reports {_reports}", script: Path);

        Assert.Equal(1, run.Code);
        Assert.Contains("voiceassist-worker never grew.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_ends_the_test()
    {
        Prepare();
        _kubectl.Answer(Autoscalers, "connection refused", 1);

        var run = await _kubectl.RunAsync($"dev worker --for 10m --reports {_reports}", script: Path);

        Assert.Equal(1, run.Code);
        Assert.Contains("The connection to the cluster is lost.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    public async Task A_signal_ends_it_with_everything_it_started(int signal, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        Prepare();
        var pid = System.IO.Path.Combine(_reports, "hey.pid");
        _kubectl.AddProgram("hey", $"echo $$ >{pid}.new\nmv {pid}.new {pid}\nexec sleep 1000");
        await using var script = await ChildProcess.StartAsync(Path, ["dev", "worker", "--reports", _reports], environment: _kubectl.Variables());
        await Eventually.BeAsync("the load has begun", () => Task.FromResult(File.Exists(pid)), () => script.Output);

        await script.SignalAsync(signal);

        Assert.Equal(code, await script.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync(pid)).Trim()}"));
    }

    private void Prepare() => _kubectl.PrepareLoadTest("dev");
}
