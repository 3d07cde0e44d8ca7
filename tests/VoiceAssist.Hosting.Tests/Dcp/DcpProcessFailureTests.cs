using System.Diagnostics;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging.Abstractions;

namespace VoiceAssist.Hosting.Tests.Dcp;

/// <summary>Starts of a shell script in the place of dcp, for what a good installation does not do.</summary>
public sealed class DcpProcessFailureTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task A_version_that_is_too_old_is_refused_and_what_was_started_ended()
    {
        var dcp = Script("""{"version":"0.20.1"}""", $"echo $$ > {PidFile}; exec sleep 600");

        var error = await Assert.ThrowsAsync<DcpException>(() => StartAsync(dcp));

        Assert.Contains($"{dcp} is DCP version '0.20.1', but at least 0.23.3 is needed", error.Message, StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_given_up_with_what_dcp_said()
    {
        var dcp = Script("""{"version":"0.25.13"}""", $"echo $$ > {PidFile}; echo still thinking >&2; exec sleep 600");

        var error = await Assert.ThrowsAsync<DcpException>(() => StartAsync(dcp));

        Assert.Contains("was not ready within 0.5 s: still thinking", error.Message, StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_start_that_fails_is_reported_with_exit_code_and_standard_error()
    {
        var dcp = Script("""{"version":"0.25.13"}""", "echo no luck today >&2; exit 7");

        var error = await Assert.ThrowsAsync<DcpException>(() => StartAsync(dcp));

        Assert.Contains($"DCP ({dcp}) ended with exit code 7: no luck today", error.Message, StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private string PidFile => Path.Combine(_directory.FullName, "pid");

    private string SessionParent => Path.Combine(_directory.FullName, "sessions");

    private Task<DcpProcess> StartAsync(string dcpPath) => DcpProcess.StartAsync(
        new DcpOptions { DcpPath = dcpPath, SessionParent = SessionParent, StartTimeout = TimeSpan.FromSeconds(0.5) },
        NullLogger.Instance,
        TestContext.Current.CancellationToken);

    private void AssertNothingIsLeft()
    {
        Assert.Empty(Directory.GetDirectories(SessionParent));
        if (File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile), out var pid))
        {
            Assert.False(ProcessIdentity.Find(pid)?.IsAlive is true, $"Process {pid} is still alive.");
        }
    }

    private string Script(string version, string start)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Needs a shell script in the place of dcp.");
        }
        else
        {
            var path = Path.Combine(_directory.FullName, "dcp");
            var text = path + ".txt";
            File.WriteAllText(text, $"#!/bin/sh\nif [ $1 = version ]; then echo '{version}'; exit 0; fi\n{start}\n");
            // Copied by another process: a test that starts one at this moment would inherit a file open for writing (ETXTBSY).
            using var copy = Process.Start("cp", [text, path]);
            copy.WaitForExit();
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }

        return "";
    }
}
