using System.Diagnostics;
using System.Globalization;
using VoiceAssist.Cli.Tests.Support;

// Wall time of the command as a process, from its start to its end: --help, and status of a namespace with one autoscaler against an API
// server in this process. Both as the SDK builds it and with its code compiled ahead (ReadyToRun), as its packages and image have it:
//   dotnet publish VoiceAssist.Cli -c Release -r linux-x64 --self-contained false -o OUT
//   dotnet run -c Release --project bench/VoiceAssist.CliBench -- OUT/voiceassist [runs, 20]
if (args is not [var program, .. var rest] || !File.Exists(program))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/VoiceAssist.CliBench -- PROGRAM [RUNS]");
    return 2;
}

var runs = rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 20;
await using var cluster = await ShopCluster.StartAsync();
Measure("--help");
Measure("status", "-n", ShopCluster.Space);
return 0;

void Measure(params string[] arguments)
{
    // Once before, which fills the disk's cache.
    double[] times = [.. Enumerable.Range(0, runs + 1).Select(_ => Time(arguments)).Skip(1).Order()];
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{string.Join(' ', arguments),-20} median {times[times.Length / 2]:0} ms, {times[0]:0} to {times[^1]:0} ms, {runs} runs"));
}

double Time(string[] arguments)
{
    var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    (start.Environment["KUBECONFIG"], start.Environment["XDG_CONFIG_HOME"]) = (cluster.Kubeconfig, Path.GetDirectoryName(cluster.Kubeconfig));
    var begun = Stopwatch.GetTimestamp();
    using var process = Process.Start(start)!;
    var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    process.WaitForExit();
    var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    return process.ExitCode is 0 or 1 && output.Result.Length > 0 ? took : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {errors.Result}");
}
