using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Names the instances of a resource: <c>worker-abcdefgh</c>; a container that outlives the run has the same name in each.</summary>
internal static class InstanceNames
{
    // No i, l and o, which are easily taken for digits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const int SuffixLength = 8;

    /// <param name="resource">The resource.</param>
    /// <param name="appHostHash">Hexadecimal digits that differ from app host to app host (configuration <c>AppHost:Sha256</c>).</param>
    public static DcpInstancesAnnotation Create(IResource resource, string appHostHash) => new(
        [.. Enumerable.Range(0, Math.Max(1, resource.GetReplicaCount())).Select(index => Create(resource.Name, index, resource.IsPersistent() ? appHostHash : null))]);

    public static DcpInstance Create(string resourceName, int index, string? appHostHash = null)
    {
        var suffix = Suffix(appHostHash);
        return new($"{resourceName}-{suffix}", suffix, index);
    }

    /// <summary>Eight letters that no other run has, or the first eight digits of a hash.</summary>
    public static string Suffix(string? appHostHash) =>
        appHostHash is null ? RandomNumberGenerator.GetString(Letters, SuffixLength) : appHostHash[..SuffixLength].ToLowerInvariant();
}
