using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Starts one DCP and waits until its API server answers.</summary>
internal sealed class DcpLauncher(DcpOptions options, DcpSessionDirectory session, DcpLogSocket log, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    // How soon DCP notices that this process was killed; its own default is 2 s.
    private const string MonitorIntervalSeconds = "1";

    private readonly StringBuilder _launcherErrors = new();

    /// <exception cref="DcpException">DCP cannot be started, gave up or is not ready in time.</exception>
    public async Task<(DcpClient Client, DcpStartTimings Timings)> RunAsync(ILogger logger, CancellationToken cancellationToken)
    {
        var begin = timeProvider.GetTimestamp();
        DcpServerCertificate.Write(session.CertificatePath, session.KeyPath, timeProvider);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.StartTimeout);
        using var launcher = Launch();
        var launched = timeProvider.GetElapsedTime(begin);
        DcpClient? client = null;
        try
        {
            client = new DcpClient(await WaitForKubeconfigAsync(launcher, deadline.Token).ConfigureAwait(false), timeProvider);
            var kubeconfig = timeProvider.GetElapsedTime(begin);
            while (!await client.IsReadyAsync(deadline.Token).ConfigureAwait(false))
            {
                await Task.Delay(PollInterval, timeProvider, deadline.Token).ConfigureAwait(false);
                await ThrowIfGoneAsync(launcher).ConfigureAwait(false);
            }

            var timings = new DcpStartTimings(launched, kubeconfig, timeProvider.GetElapsedTime(begin));
            logger.LogDebug("DCP is ready after {Ready} ms (kubeconfig {Kubeconfig} ms)", timings.Ready.TotalMilliseconds, kubeconfig.TotalMilliseconds);
            return (client, timings);
        }
        catch (Exception e)
        {
            client?.Dispose();
            if (!launcher.HasExited)
            {
                launcher.Kill(entireProcessTree: true);
            }

            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw await FailureAsync($"was not ready within {options.StartTimeout.TotalSeconds:0.#} s").ConfigureAwait(false);
            }

            throw;
        }
    }

    private Process Launch()
    {
        var startInfo = new ProcessStartInfo(options.DcpPath, Arguments())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        startInfo.Environment.Clear();
        var inherited = options.Environment ?? DcpEnvironment.OfThisProcess();
        foreach (var (name, value) in DcpEnvironment.Build(inherited, session, options, DcpEnvironment.IsWritableDirectory))
        {
            startInfo.Environment[name] = value;
        }

        var process = DcpCommand.Start($"{options.DcpPath} start-apiserver", startInfo);
        process.OutputDataReceived += Remember;
        process.ErrorDataReceived += Remember;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Remember(object sender, DataReceivedEventArgs e)
        {
            lock (_launcherErrors)
            {
                _launcherErrors.AppendLine(e.Data);
            }
        }
    }

    private List<string> Arguments()
    {
        // Detached, DCP has a session of its own: Ctrl+C in the terminal reaches this host alone, which then stops things in order.
        List<string> arguments =
        [
            "start-apiserver", "--detach",
            "--kubeconfig", session.KubeconfigPath,
            "--tls-cert-file", session.CertificatePath,
            "--tls-key-file", session.KeyPath,
            "--monitor", options.MonitorPid.ToString(CultureInfo.InvariantCulture),
            "--monitor-interval", MonitorIntervalSeconds,
        ];
        if (ProcessIdentity.Find(options.MonitorPid) is { } monitored)
        {
            arguments.AddRange(["--monitor-identity-time", monitored.IdentityTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)]);
        }

        if (options.ContainerRuntime is { } runtime)
        {
            arguments.AddRange(["--container-runtime", runtime]);
        }

        return arguments;
    }

    private async Task<Kubeconfig> WaitForKubeconfigAsync(Process launcher, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (File.Exists(session.KubeconfigPath)
                && Kubeconfig.TryParse(await File.ReadAllTextAsync(session.KubeconfigPath, cancellationToken).ConfigureAwait(false), out var kubeconfig))
            {
                return kubeconfig;
            }

            await ThrowIfGoneAsync(launcher).ConfigureAwait(false);
            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // The launcher exits with 0 as soon as the real server is detached; a server that gives up deletes the session directory.
    private async Task ThrowIfGoneAsync(Process launcher)
    {
        if (!launcher.HasExited)
        {
            return;
        }

        if (launcher.ExitCode != 0)
        {
            await launcher.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw await FailureAsync($"ended with exit code {launcher.ExitCode}").ConfigureAwait(false);
        }

        if (!session.Exists)
        {
            throw await FailureAsync("gave up while starting").ConfigureAwait(false);
        }
    }

    private async Task<DcpException> FailureAsync(string what)
    {
        var errors = await log.ReadErrorsAsync().ConfigureAwait(false);
        var details = string.Join(Environment.NewLine, errors);
        if (errors.Count == 0)
        {
            lock (_launcherErrors)
            {
                details = _launcherErrors.ToString().Trim();
            }
        }

        return new DcpException($"DCP ({options.DcpPath}) {what}: {(details.Length > 0 ? details : "it said nothing about why.")}");
    }
}
