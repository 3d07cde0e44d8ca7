namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL that is shown with a resource.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    /// <summary>The URL.</summary>
    public required string Url { get; set; }

    /// <summary>The text to show instead of the URL.</summary>
    public string? DisplayText { get; set; }

    /// <summary>The endpoint behind the URL.</summary>
    public EndpointReference? Endpoint { get; init; }

    /// <summary>Higher ones come first.</summary>
    public int? DisplayOrder;
}
