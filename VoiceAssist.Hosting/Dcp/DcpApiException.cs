using System.Net;

namespace Aspire.Hosting.Dcp;

/// <summary>DCP refused a request, or did not answer it.</summary>
internal sealed class DcpApiException : Exception
{
    public DcpApiException(string message, string kind, string? objectName, HttpStatusCode? statusCode, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        ObjectName = objectName;
        StatusCode = statusCode;
    }

    /// <summary>The kind asked for, for example <c>Executable</c>.</summary>
    public string Kind { get; }

    /// <summary>The object asked for; absent for a request about all objects of a kind.</summary>
    public string? ObjectName { get; }

    /// <summary>Absent when DCP did not answer at all.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>404.</summary>
    public bool IsNotFound => StatusCode is HttpStatusCode.NotFound;

    /// <summary>409: an object of that kind and name exists already.</summary>
    public bool IsConflict => StatusCode is HttpStatusCode.Conflict;

    /// <summary>422: DCP finds a field missing, wrong or no longer changeable.</summary>
    public bool IsInvalid => StatusCode is HttpStatusCode.UnprocessableEntity;

    /// <summary>DCP did not answer, even after the retries.</summary>
    public bool IsUnreachable => StatusCode is null;
}
