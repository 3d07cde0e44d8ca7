namespace Aspire.Hosting.Dcp.Model;

/// <summary>One request header of an <see cref="HttpProbe"/>.</summary>
internal sealed record HttpHeader
{
    public required string Name { get; init; }

    public string? Value { get; init; }
}
