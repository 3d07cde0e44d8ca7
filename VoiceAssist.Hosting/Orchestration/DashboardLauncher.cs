using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the dashboard as a program of DCP's, behind DCP's proxies, and says where it is.</summary>
internal sealed class DashboardLauncher(
    DashboardOptions options,
    DashboardConnection connection,
    ResourceServiceHost resourceService,
    RunOptions run,
    ILogger<DashboardLauncher> logger) : IDisposable
{
    /// <summary>A dashboard that does not answer within this is said not to.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new();

    /// <summary>The address that opens the dashboard without a question; null until it runs.</summary>
    public Uri? LoginUrl { get; private set; }

    /// <summary>The instance's name; null until it runs.</summary>
    public string? InstanceName { get; private set; }

    /// <summary>Creates the dashboard's services and its program.</summary>
    /// <exception cref="DistributedApplicationException">The program is missing, or DCP refuses.</exception>
    public async Task StartAsync(DcpClient dcp, EndpointAllocator allocator, CancellationToken cancellationToken)
    {
        var program = DcpOptionsFactory.FindDashboard(run);
        var service = resourceService.StartAsync(cancellationToken);
        var frontend = ServiceAsync(DashboardServiceNames.Frontend, options.FrontendUrl);
        var otlpGrpc = options.HasOtlpGrpc ? ServiceAsync(DashboardServiceNames.OtlpGrpc, options.OtlpGrpcUrl) : null;
        var otlpHttp = options.OtlpHttpUrl is null ? null : ServiceAsync(DashboardServiceNames.OtlpHttp, options.OtlpHttpUrl);
        var publicUrl = await frontend.ConfigureAwait(false);
        connection.SetOtlpEndpoint(await (otlpGrpc ?? otlpHttp)!.ConfigureAwait(false));
        var bindings = DashboardBindings.BehindProxies(options, await service.ConfigureAwait(false), publicUrl.GetLeftPart(UriPartial.Authority));
        var instance = InstanceNames.Create(DashboardServiceNames.Resource, 0);
        await dcp.CreateAsync(
            new Executable
            {
                Metadata = new() { Name = instance.Name, Annotations = Annotations(otlpGrpc is not null, otlpHttp is not null) },
                Spec = new()
                {
                    ExecutablePath = program,
                    WorkingDirectory = Path.GetDirectoryName(program),
                    Args = ["dashboard"],
                    Env = [.. DashboardEnvironment.Create(options, bindings, ConfigurationExtensions.AsEnumerable(run.Configuration)).Select(v => new EnvVar { Name = v.Key, Value = v.Value })],
                    ExecutionType = ExecutionTypes.Process,
                },
            },
            cancellationToken).ConfigureAwait(false);
        InstanceName = instance.Name;
        LoginUrl = DashboardLogin.Url(publicUrl, options.BrowserToken);

        async Task<Uri> ServiceAsync(string name, Uri? wanted)
        {
            var (_, port) = await allocator.CreateServiceAsync(EndpointAllocator.NewService(name, port: wanted?.Port), cancellationToken).ConfigureAwait(false);
            return new UriBuilder(wanted?.Scheme ?? Uri.UriSchemeHttp, "localhost", port).Uri;
        }
    }

    /// <summary>Prints <c>dashboard: URL</c> as soon as it answers, so that whoever follows the link finds it there.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(AnswerTimeout);
        try
        {
            while (!await AnswersAsync(deadline.Token).ConfigureAwait(false))
            {
                await Task.Delay(PollInterval, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The dashboard does not answer. The app runs without it.");
        }

        await Console.Out.WriteLineAsync($"dashboard: {LoginUrl}").ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(LoginUrl!.GetLeftPart(UriPartial.Authority), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Annotations(bool otlpGrpc, bool otlpHttp)
    {
        List<ServiceProducer> producers = [new(DashboardServiceNames.Frontend, "localhost")];
        if (otlpGrpc)
        {
            producers.Add(new(DashboardServiceNames.OtlpGrpc, "localhost"));
        }

        if (otlpHttp)
        {
            producers.Add(new(DashboardServiceNames.OtlpHttp, "localhost"));
        }

        return new()
        {
            [WorkloadAnnotations.ResourceName] = DashboardServiceNames.Resource,
            [DcpAnnotations.ServiceProducer] = ServiceProducer.Serialize(producers),
        };
    }
}
