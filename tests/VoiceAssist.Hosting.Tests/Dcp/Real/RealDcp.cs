using System.Reflection;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

/// <summary>One running DCP of the installation on this machine, shut down at the end of the test.</summary>
internal sealed class RealDcp : IAsyncDisposable
{
    private RealDcp(DcpProcess process) => Process = process;

    public DcpProcess Process { get; }

    public DcpClient Client => Process.Client;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Skips the test where there is none.</summary>
    public static DcpOptions Options()
    {
        var inputs = new DcpLocatorInputs
        {
            AspireDcpPath = Environment.GetEnvironmentVariable("ASPIRE_DCP_PATH"),
            AcquiredCliPath = typeof(RealDcp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "dcpclipath")?.Value,
        };
        try
        {
            return new DcpOptions { DcpPath = DcpLocator.FindDcp(inputs, File.Exists) };
        }
        catch (DcpException e)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    public static async Task<RealDcp> StartAsync(DcpOptions? options = null) =>
        new(await DcpProcess.StartAsync(options ?? Options(), TestLogger.Instance, Token));

    /// <summary>Creates an executable that runs a shell script.</summary>
    public Task<Executable> RunAsync(string name, string script, params ServiceProducer[] serves) =>
        Client.CreateAsync(Script(name, script, serves), Token);

    public static Executable Script(string name, string script, params ServiceProducer[] serves) => new()
    {
        Metadata = new DcpMetadata
        {
            Name = name,
            Annotations = serves.Length == 0 ? null : new Dictionary<string, string> { [DcpAnnotations.ServiceProducer] = ServiceProducer.Serialize(serves) },
        },
        Spec = new ExecutableSpec { ExecutablePath = "/bin/sh", Args = ["-c", script], ExecutionType = ExecutionTypes.Process },
    };

    public Task<Service> CreateServiceAsync(string name) => Client.CreateAsync(
        new Service
        {
            Metadata = new DcpMetadata { Name = name },
            Spec = new ServiceSpec { Address = "localhost", Protocol = "TCP", AddressAllocationMode = AddressAllocationModes.Localhost },
        },
        Token);

    public Task<Executable> WaitForAsync(string name, string state) => WaitForAsync<Executable>(name, e => e.Status?.State == state, state);

    public Task<T> WaitForAsync<T>(string name, Func<T, bool> condition, string what)
        where T : class, IDcpObject<T> =>
        Eventually.GetAsync($"{T.Definition.Name} '{name}': {what}", async token => await Client.FindAsync<T>(name, token) is { } item && condition(item) ? item : null);

    public async Task<int> PublicPortAsync(string service) =>
        (await WaitForAsync<Service>(service, s => s.Status?.EffectivePort > 0, "has a port")).Status!.EffectivePort!.Value;

    /// <summary>The lines of a log so far; with <paramref name="follow"/> until the workload has ended.</summary>
    public async Task<List<DcpLogLine>> ReadLogAsync(string name, DcpLogSource source, bool follow = false)
    {
        var lines = new List<DcpLogLine>();
        await foreach (var line in Client.ReadLogAsync<Executable>(name, source, follow, Token))
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The first line that a running workload prints, waiting for it.</summary>
    public async Task<string> ReadFirstLineAsync(string name)
    {
        await foreach (var line in Client.ReadLogAsync<Executable>(name, DcpLogSource.StandardOutput, follow: true, Token))
        {
            return line.Text;
        }

        throw new InvalidOperationException($"Executable '{name}' ended without a line.");
    }

    /// <summary>All processes of this DCP: by its session directory in their command line or environment.</summary>
    public IReadOnlyList<ProcessIdentity> FindProcesses() =>
        [.. ProcessTable.FindByCommandLine(Process.SessionDirectory).Union(ProcessTable.FindByEnvironment(Process.SessionDirectory))];

    public async ValueTask DisposeAsync() => Assert.True(await Process.ShutdownAsync(TimeSpan.FromSeconds(5), CancellationToken.None), "DCP had to be killed.");
}
