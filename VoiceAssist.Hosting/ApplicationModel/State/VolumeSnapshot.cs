using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A volume or bind mount of a container.</summary>
/// <param name="Source">The volume's name or the host's path; null for an anonymous volume.</param>
/// <param name="Target">The path in the container.</param>
/// <param name="MountType"><c>volume</c> or <c>bind</c>.</param>
/// <param name="IsReadOnly">Whether the container cannot write to it.</param>
[DebuggerDisplay("{Source}", Name = "{Target}")]
public sealed record VolumeSnapshot(string? Source, string Target, string MountType, bool IsReadOnly);
