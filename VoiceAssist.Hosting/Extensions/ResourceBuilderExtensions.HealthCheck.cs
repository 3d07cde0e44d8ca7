using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets a health check of the host say whether the resource is healthy.</summary>
    /// <param name="builder">The resource's builder.</param>
    /// <param name="key">The name under which the check is registered (<c>builder.Services.AddHealthChecks()</c>).</param>
    /// <exception cref="DistributedApplicationException">The resource has the check already.</exception>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(key);
        if (builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(a => a.Key == key))
        {
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' already has a health check with key '{key}'.");
        }

        return builder.WithAnnotation(new HealthCheckAnnotation(key));
    }

    /// <summary>Says that the resource is healthy when a GET through one of its endpoints is answered with the expected status.</summary>
    /// <param name="builder">The resource's builder.</param>
    /// <param name="path">The path. Default: <c>/</c>.</param>
    /// <param name="statusCode">The status that means healthy. Default: 200.</param>
    /// <param name="endpointName">The endpoint. Default: <c>https</c> if there is one, else <c>http</c>.</param>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or it is not an HTTP one.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        var endpoint = HttpEndpoint(builder.Resource, endpointName);
        var (target, expected) = (path ?? "/", statusCode ?? 200);
        var key = string.Create(CultureInfo.InvariantCulture, $"{builder.Resource.Name}_{endpoint.EndpointName}_{target}_{expected}_check");
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(
            new HealthCheckRegistration(key, _ => new HttpEndpointHealthCheck(endpoint, target, expected), failureStatus: default, tags: default));
        return builder.WithHealthCheck(key);
    }

    private static EndpointReference HttpEndpoint(IResourceWithEndpoints resource, string? name)
    {
        var endpoints = resource.GetEndpoints().ToArray();
        var names = name is null ? ["https", "http"] : new[] { name };
        var found = names.Select(n => endpoints.FirstOrDefault(e => string.Equals(e.EndpointName, n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(e => e is not null);
        if (found is null)
        {
            throw new DistributedApplicationException(
                $"Could not create HTTP health check for resource '{resource.Name}': it has no endpoint named {string.Join(" or ", names.Select(n => $"'{n}'"))}. " +
                $"Endpoints: {(endpoints.Length == 0 ? "none" : string.Join(", ", endpoints.Select(e => $"'{e.EndpointName}' ({e.Scheme})")))}.");
        }

        return found.IsHttp || found.IsHttps ? found : throw new DistributedApplicationException(
            $"Could not create HTTP health check for resource '{resource.Name}': the scheme of the endpoint '{found.EndpointName}' is '{found.Scheme}', not http or https.");
    }
}
