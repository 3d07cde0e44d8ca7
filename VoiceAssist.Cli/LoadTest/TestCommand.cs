using System.CommandLine;
using System.Globalization;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.LoadTest.Clusters;
using VoiceAssist.Cli.LoadTest.Local;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.LoadTest;

/// <summary><c>voiceassist test</c>: whether autoscaling does under load what it promises.</summary>
internal static class TestCommand
{
    private const string Description = """
        Puts load on the gateway, on the job queue or on both, and watches what the autoscalers do: beside it what the simulator predicts.

        Examples:
          voiceassist test local
          voiceassist test local worker --speed 20 --target staging
          voiceassist test staging worker --for 15m --cool-down 30m
          voiceassist test prod api --url https://voiceassist.example.com --context eu-prod
          voiceassist test staging all --in-cluster
          voiceassist test local api --url http://127.0.0.1:40123 --load "ramp:200@1m,hold:5m,spike:600@1m,hold:2m"

        Ends with 0 when every threshold holds, 1 when one does not, 2 on wrong usage and 130 when interrupted. What cannot be seen within
        the cool-down is said, with the cool-down it would need, and fails nothing.
        """;

    /// <summary>Spoken jobs per second, of which prod's two workers recognize about sixteen at their CPU target.</summary>
    private const double SpokenInCluster = 30;

    /// <summary>The one worker of dev recognizes about three.</summary>
    private const double SpokenOnLaptop = 10;

    public static Command Create(Surroundings around)
    {
        var environment = PublishedTree.EnvironmentArgument();
        var arguments = new TestArguments(SpokenInCluster);
        var url = new Option<string?>("--url") { Description = "The gateway's address, for example its ingress (default: the ports of the gateway's ready pods are forwarded).", HelpName = "URL" };
        var inCluster = new Option<bool>("--in-cluster") { Description = "Sends the load from a Job beside the gateway, which is removed afterwards, instead of from this machine." };
        var image = new Option<string?>("--load-image") { Description = "The image of that Job (default: this command's own, with the gateway's registry and tag).", HelpName = "IMAGE" };
        var command = new Command("test", Description) { Local(around), environment, url, inCluster, image, PublishedTree.FolderOption };
        arguments.AddTo(command);
        OutputForm.AddTo(command);
        command.SetClusterAction(async (connection, parsed, cancel) =>
        {
            var session = new TestSession(arguments.Plan(parsed), arguments.Options(parsed), arguments.Reports(parsed, around), OutputForm.IsJson(parsed), around);
            var address = parsed.GetValue(url) is { } text ? TestArguments.Address("--url", text) : null;
            var published = PublishedTree.Read(parsed.GetRequiredValue(environment), parsed.GetValue(PublishedTree.FolderOption), around).In(connection.Namespace);
            var jobImage = (parsed.GetValue(inCluster), address, parsed.GetValue(image)) switch
            {
                (false, _, null) => null,
                (false, _, _) => throw new UsageException("--load-image: needs --in-cluster."),
                (true, not null, _) => throw new UsageException("--url: with --in-cluster the load goes to the gateway's Service."),
                (true, null, var given) => given ?? LoadImage.Of(published),
            };
            return await session.RunAsync(token => ConnectAsync(published, connection, address, jobImage, around, token), cancel);
        });
        return command;
    }

    private static async Task<ITestTarget> ConnectAsync(
        PublishedEnvironment environment, ClusterArguments arguments, Uri? gateway, string? jobImage, Surroundings around, CancellationToken cancel)
    {
        var target = ClusterTarget.Resolve(arguments, around);
        await new ContextGuard(around).PassAsync(environment.Name, target, cancel);
        return new ClusterTestTarget(await ConnectedCluster.ConnectAsync(target, arguments.Timeout, around, cancel), environment, gateway, jobImage, around);
    }

    private static Command Local(Surroundings around)
    {
        var arguments = new TestArguments(SpokenOnLaptop);
        var url = new Option<string?>("--url") { Description = "The gateway of an app host that runs with --autoscale true (default: one is started, and stopped again).", HelpName = "URL" };
        var appHost = new Option<string?>("--app-host") { Description = "The app host to start: its program, project or folder (default: the one of this checkout).", HelpName = "PATH" };
        var target = new Option<string>("--target") { Description = "The environment whose policies are rehearsed.", DefaultValueFactory = _ => "dev", HelpName = "ENV" };
        var speed = new Option<double>("--speed") { HelpName = "N", Description = "How much faster windows and periods pass than in a cluster, 1 to 100. All times of the command are a cluster's.", DefaultValueFactory = _ => 10 };
        var infrastructure = new Option<string?>("--infrastructure") { Description = "Postgres and Redis as containers or embedded (default: as the app host finds).", HelpName = "KIND" };
        infrastructure.AcceptOnlyFromAmong("containers", "embedded");
        var command = new Command("local", """
            Rehearses on this machine: one process for a pod, the policies and metrics of the cluster, time compressed.

            Examples:
              voiceassist test local
              voiceassist test local worker --speed 20 --target staging --job-load "ramp:5@1m,hold:5m"

            Ends as 'test' does.
            """) { url, appHost, target, speed, infrastructure };
        arguments.AddTo(command);
        OutputForm.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var session = new TestSession(arguments.Plan(parsed), arguments.Options(parsed), arguments.Reports(parsed, around), OutputForm.IsJson(parsed), around);
            var given = parsed.GetValue(url) is { } text ? TestArguments.Address("--url", text) : null;
            string[] switches = ["--autoscale", "true", "--until-input-ends", "true", "--target", parsed.GetRequiredValue(target), "--speed", Speed(parsed.GetValue(speed)),
                .. parsed.GetValue(infrastructure) is { } kind ? ["--infrastructure", kind] : Array.Empty<string>()];
            return await session.RunAsync(token => ConnectAsync(given, parsed.GetValue(appHost), switches, OutputForm.IsJson(parsed) ? around with { Output = around.Error } : around, token), cancel);
        });
        return command;
    }

    private static async Task<ITestTarget> ConnectAsync(Uri? url, string? appHost, string[] switches, Surroundings around, CancellationToken cancel)
    {
        if (url is not null)
        {
            return await LocalTarget.ConnectAsync(url, host: null, around, cancel);
        }

        var (file, first) = await AppHostProgram.FindAsync(appHost, around, cancel);
        var host = await RunningAppHost.StartAsync(file, [.. first, .. switches], around, cancel);
        return await LocalTarget.ConnectAsync(host.Gateway, host, around, cancel);
    }

    private static string Speed(double speed) => speed is >= 1 and <= 100
        ? speed.ToString(CultureInfo.InvariantCulture)
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--speed: {speed} is not allowed; give 1 to 100."));
}
