using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

/// <summary>The workloads only print the port they were told to serve; the tests themselves listen on it.</summary>
public sealed class DcpServiceTests
{
    private static readonly string PrintsItsPort = $"echo {DcpTemplate.PortForServing("web")}; exec sleep 600";

    [Fact]
    public async Task A_service_has_its_port_before_any_workload_exists()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");

        Assert.InRange(await dcp.PublicPortAsync("web"), 1, 65535);
        Assert.NotEqual(ServiceStates.Ready, (await dcp.Client.GetAsync<Service>("web", RealDcp.Token)).Status!.State);
    }

    [Fact]
    public async Task The_proxy_leads_to_the_workload()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("e", PrintsItsPort, new ServiceProducer("web", "localhost"));
        using var server = await ListenForAsync(dcp, "e");
        await dcp.WaitForAsync<Service>("web", s => s.Status?.State == ServiceStates.Ready, "ready");

        Assert.Equal("e", await AskAsync(await dcp.PublicPortAsync("web")));
        var endpoint = Assert.Single(await dcp.Client.ListAsync<Endpoint>(RealDcp.Token));
        Assert.Equal("web", endpoint.Spec.ServiceName);
    }

    [Fact]
    public async Task Two_replicas_have_ports_of_their_own_behind_one_public_port()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("one", PrintsItsPort, new ServiceProducer("web", "localhost"));
        await dcp.RunAsync("two", PrintsItsPort, new ServiceProducer("web", "localhost"));
        using var one = await ListenForAsync(dcp, "one");
        using var two = await ListenForAsync(dcp, "two");
        var port = await dcp.PublicPortAsync("web");
        await Eventually.GetAsync("two endpoints", async token => await dcp.Client.ListAsync<Endpoint>(token) is { Count: 2 } both ? both : null);

        var answers = new HashSet<string>();
        await Eventually.GetAsync("answers from both", async _ => answers.Add(await AskAsync(port)) && answers.Count == 2 ? answers : null);

        Assert.Equal(["one", "two"], answers.Order());
    }

    [Fact]
    public async Task A_client_learns_the_public_address()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("e", $"echo {DcpTemplate.AddressFor("web")}:{DcpTemplate.PortFor("web")}; exec sleep 600");

        Assert.Equal($"localhost:{await dcp.PublicPortAsync("web")}", await dcp.ReadFirstLineAsync("e"));
    }

    [Fact]
    public async Task A_restart_keeps_the_public_port()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("e", PrintsItsPort, new ServiceProducer("web", "localhost"));
        var first = await dcp.WaitForAsync("e", ExecutableStates.Running);
        var port = await dcp.PublicPortAsync("web");

        await dcp.Client.ReplaceAsync(RealDcp.Script("e", PrintsItsPort, new ServiceProducer("web", "localhost")), RealDcp.Token);
        var second = await dcp.WaitForAsync("e", ExecutableStates.Running);

        Assert.NotEqual(first.Status!.Pid, second.Status!.Pid);
        Assert.Equal(port, await dcp.PublicPortAsync("web"));
        using var server = await ListenForAsync(dcp, "e");
        await dcp.WaitForAsync<Service>("web", s => s.Status?.State == ServiceStates.Ready, "ready");
        Assert.Equal("e", await AskAsync(port));
    }

    private static async Task<NamedServer> ListenForAsync(RealDcp dcp, string name) =>
        new(name, int.Parse(await dcp.ReadFirstLineAsync(name), CultureInfo.InvariantCulture));

    private static async Task<string> AskAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", port, RealDcp.Token);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(RealDcp.Token);
    }

    /// <summary>Answers each connection with its name.</summary>
    private sealed class NamedServer : IDisposable
    {
        private readonly TcpListener _listener;

        public NamedServer(string name, int port)
        {
            _listener = new TcpListener(IPAddress.Loopback, port);
            _listener.Start();
            _ = ServeAsync(name);
        }

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(string name)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(name));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
