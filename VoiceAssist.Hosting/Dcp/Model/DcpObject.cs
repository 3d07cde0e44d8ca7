using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>The envelope that all kinds share: version, kind, metadata, what is wanted, what is.</summary>
internal abstract record DcpObject<TSpec, TStatus>
    where TSpec : class
    where TStatus : class
{
    protected DcpObject(string kind) => Kind = kind;

    [JsonPropertyOrder(-5)]
    public string ApiVersion { get; } = DcpApi.GroupVersion;

    [JsonPropertyOrder(-4)]
    public string Kind { get; }

    [JsonPropertyOrder(-3)]
    public required DcpMetadata Metadata { get; init; }

    [JsonPropertyOrder(-2)]
    public required TSpec Spec { get; init; }

    /// <summary>Written by DCP alone; absent on an object that the controllers have not seen yet.</summary>
    [JsonPropertyOrder(-1)]
    public TStatus? Status { get; init; }
}
