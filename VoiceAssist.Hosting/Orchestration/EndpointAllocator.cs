using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>Gives every endpoint its address: a DCP service each, whose proxy listens before any program does.</summary>
internal sealed class EndpointAllocator(DcpClient dcp)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>The address below which DCP's services of the app's endpoints are made.</summary>
    private const string Localhost = "localhost";

    /// <exception cref="DistributedApplicationException">A fixed port is in use, or DCP gives no address.</exception>
    public async Task AllocateAsync(IEnumerable<IResource> resources, bool ignoreFixedPorts, CancellationToken cancellationToken)
    {
        var endpoints = resources.SelectMany(r => r.Annotations.OfType<EndpointAnnotation>(), (Resource, Endpoint) => (Resource, Endpoint)).ToArray();
        if (!ignoreFixedPorts)
        {
            foreach (var (resource, endpoint) in endpoints)
            {
                ThrowIfInUse(resource, endpoint);
            }
        }

        await Task.WhenAll(endpoints.Select(e => AllocateAsync(e.Resource, e.Endpoint, ignoreFixedPorts, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Creates a service and waits for its address.</summary>
    public async Task<(string Address, int Port)> CreateServiceAsync(Service service, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        var created = await dcp.CreateAsync(service, cancellationToken).ConfigureAwait(false);
        try
        {
            while (created.Status?.EffectivePort is null or 0)
            {
                await Task.Delay(PollInterval, deadline.Token).ConfigureAwait(false);
                created = await dcp.GetAsync<Service>(service.Metadata.Name, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DistributedApplicationException($"DCP gave the service '{service.Metadata.Name}' no address within {Timeout.TotalSeconds} s.");
        }

        return (created.Status.EffectiveAddress ?? Localhost, created.Status.EffectivePort.Value);
    }

    public static Service NewService(string name, string? resource = null, string? endpoint = null, int? port = null, string address = Localhost, string protocol = "TCP") => new()
    {
        Metadata = new()
        {
            Name = name,
            Annotations = resource is null ? null : new Dictionary<string, string> { ["resource-name"] = resource, ["endpoint-name"] = endpoint ?? "" },
        },
        Spec = new() { Address = address, Port = port, Protocol = protocol, AddressAllocationMode = AddressAllocationModes.Localhost },
    };

    private async Task AllocateAsync(IResource resource, EndpointAnnotation endpoint, bool ignoreFixedPorts, CancellationToken cancellationToken)
    {
        var name = ServiceName.Of(resource, endpoint);
        int port;
        if (endpoint.IsProxied)
        {
            var service = NewService(
                name,
                resource.Name,
                endpoint.Name,
                ignoreFixedPorts ? null : endpoint.Port,
                protocol: endpoint.Protocol == ProtocolType.Udp ? "UDP" : "TCP");
            (_, port) = await CreateServiceAsync(service, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Without a proxy the program listens on the public port itself.
            port = endpoint.Port ?? throw new DistributedApplicationException(
                $"The endpoint '{endpoint.Name}' of resource '{resource.Name}' has neither a proxy nor a port. Give it one of both.");
            await dcp.CreateAsync(
                NewService(name, resource.Name, endpoint.Name, port) is var service ? service with { Spec = service.Spec with { AddressAllocationMode = AddressAllocationModes.Proxyless } } : service,
                cancellationToken).ConfigureAwait(false);
        }

        endpoint.AllocatedEndpoint = new(endpoint, endpoint.TargetHost is "0.0.0.0" or "*" ? Localhost : endpoint.TargetHost, port, DcpText.TargetPort(name));
        if (resource.IsContainer())
        {
            endpoint.AllAllocatedEndpoints.Set(
                KnownNetworkIdentifiers.DefaultAspireContainerNetwork,
                new(endpoint, ContainerFactory.HostName(resource), endpoint.TargetPort!.Value, DcpText.TargetPort(name)));
        }
        else
        {
            endpoint.AllAllocatedEndpoints.Fail(
                KnownNetworkIdentifiers.DefaultAspireContainerNetwork,
                new InvalidOperationException($"Containers cannot reach the endpoint '{endpoint.Name}' of '{resource.Name}', which runs on the host. Run '{resource.Name}' as a container, or turn the reference round."));
        }
    }

    private static void ThrowIfInUse(IResource resource, EndpointAnnotation endpoint)
    {
        if (endpoint.Port is not { } port || endpoint.Protocol != ProtocolType.Tcp)
        {
            return;
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new DistributedApplicationException(
                $"The port {port} of endpoint '{endpoint.Name}' of resource '{resource.Name}' cannot be used: {e.Message}. Stop the program that listens on it, or leave the port open.", e);
        }
    }
}
