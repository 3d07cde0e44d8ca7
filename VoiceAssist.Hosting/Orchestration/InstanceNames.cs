using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Names the instances of a resource: <c>worker-abcdefgh</c>.</summary>
internal static class InstanceNames
{
    // No i, l and o, which are easily taken for digits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const int SuffixLength = 8;

    public static DcpInstancesAnnotation Create(IResource resource) => new(
        [.. Enumerable.Range(0, Math.Max(1, resource.GetReplicaCount())).Select(index => Create(resource.Name, index))]);

    public static DcpInstance Create(string resourceName, int index)
    {
        var suffix = RandomNumberGenerator.GetString(Letters, SuffixLength);
        return new($"{resourceName}-{suffix}", suffix, index);
    }
}
