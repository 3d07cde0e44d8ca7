namespace Aspire.Hosting.Dcp.Model;

/// <summary>A GET that has to succeed.</summary>
internal sealed record HttpProbe
{
    /// <summary>May hold templates, see <see cref="DcpTemplate"/>.</summary>
    public required string Url { get; init; }

    public IReadOnlyList<HttpHeader>? Headers { get; init; }
}
