namespace VoiceAssist.Gateway.Http;

/// <summary>A request that its sender has to change.</summary>
/// <param name="status">400 to 499.</param>
/// <param name="detail">What was given and what is allowed; the client reads it.</param>
/// <param name="errors">The same by field, where fields have names.</param>
internal sealed class RefusedException(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(detail)
{
    public int Status => status;

    public IReadOnlyDictionary<string, string[]>? Errors => errors;
}
