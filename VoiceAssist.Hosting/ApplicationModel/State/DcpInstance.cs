namespace Aspire.Hosting.ApplicationModel;

/// <summary>One instance of a resource.</summary>
/// <param name="Name">Its unique name, e.g. <c>worker-abcdefgh</c>; the resource id of its snapshots and logs.</param>
/// <param name="Suffix">The part of the name behind the resource's name.</param>
/// <param name="Index">From 0, in the order of the replicas.</param>
internal sealed record DcpInstance(string Name, string Suffix, int Index);
