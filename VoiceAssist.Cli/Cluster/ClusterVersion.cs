using System.Globalization;
using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>A version of Kubernetes, as far as APIs depend on it.</summary>
internal readonly record struct ClusterVersion(int Major, int Minor) : IComparable<ClusterVersion>
{
    /// <summary>Reads the answer of <c>/version</c>; some vendors write the minor version as <c>27+</c>.</summary>
    public static ClusterVersion From(JsonObject version) => new(Number((string?)version["major"]), Number((string?)version["minor"]));

    public static ClusterVersion Parse(string text) => text.Split('.') is [var major, var minor, ..]
        ? new(Number(major), Number(minor))
        : throw new FormatException($"'{text}' must be a version such as 1.27.");

    public int CompareTo(ClusterVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => $"{Major}.{Minor}";

    private static int Number(string? text) =>
        int.TryParse((text ?? "").TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
