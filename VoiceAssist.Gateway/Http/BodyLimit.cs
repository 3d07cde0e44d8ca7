using Microsoft.AspNetCore.Http.Metadata;

namespace VoiceAssist.Gateway.Http;

/// <summary>The size of body that an endpoint takes; the server stops reading there and answers 413.</summary>
/// <param name="Bytes">Inclusive.</param>
internal sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
{
    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Bytes;
}
