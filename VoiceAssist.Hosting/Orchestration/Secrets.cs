using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Tells values that are made of a secret.</summary>
internal static class Secrets
{
    public static bool IsSensitive(object? value) => IsSensitive(value, []);

    private static bool IsSensitive(object? value, HashSet<object> seen) => value switch
    {
        null => false,
        ParameterResource parameter => parameter.Secret,

        // It refers to its resource, whose connection string is another matter.
        EndpointReference => false,
        IValueWithReferences composed when seen.Add(composed) => composed.References.Any(r => IsSensitive(r, seen)),
        _ => false,
    };
}
