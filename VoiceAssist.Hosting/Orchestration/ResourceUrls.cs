using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The URLs shown with a resource: one per endpoint, those the model adds, changed as the model says.</summary>
internal static class ResourceUrls
{
    public static async Task<ImmutableArray<UrlSnapshot>> ResolveAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        var urls = resource is IResourceWithEndpoints withEndpoints
            ? withEndpoints.GetEndpoints().Select(e => new ResourceUrlAnnotation { Url = e.Url, Endpoint = e }).ToList()
            : [];
        urls.AddRange(resource.Annotations.OfType<ResourceUrlAnnotation>());
        var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        return [.. urls.Select(u => new UrlSnapshot(u.Endpoint?.EndpointName, Absolute(u), IsInternal: false)
        {
            IsInactive = u.Endpoint is not null,
            DisplayProperties = new(u.DisplayText ?? "", u.DisplayOrder ?? 0),
        })];
    }

    /// <summary>The URLs of endpoints lead somewhere only while the program runs.</summary>
    public static ImmutableArray<UrlSnapshot> Activate(ImmutableArray<UrlSnapshot> urls, bool active) =>
        [.. urls.Select(u => u.Name is null ? u : u with { IsInactive = !active })];

    private static string Absolute(ResourceUrlAnnotation url) =>
        url.Endpoint is { IsAllocated: true } endpoint && Uri.TryCreate(url.Url, UriKind.Relative, out var relative)
            ? new Uri(new Uri(endpoint.Url), relative).ToString()
            : url.Url;
}
