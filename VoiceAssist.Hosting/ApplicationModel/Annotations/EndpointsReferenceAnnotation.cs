namespace Aspire.Hosting.ApplicationModel;

/// <summary>The endpoints of another resource that a resource is given; one annotation per source, however many references there are.</summary>
internal sealed class EndpointsReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _all;

    public IResourceWithEndpoints Resource { get; } = resource;

    /// <param name="endpointName">null: all endpoints.</param>
    public void Add(string? endpointName)
    {
        if (endpointName is null)
        {
            _all = true;
        }
        else
        {
            _names.Add(endpointName);
        }
    }

    /// <summary>
    /// <c>NAME_ENDPOINT</c> and <c>services__NAME__KEY__I</c>; the key is the scheme for endpoints named http or https, so that a
    /// client that asks for a scheme finds it, and the endpoint's name otherwise.
    /// </summary>
    public void AddTo(EnvironmentCallbackContext context)
    {
        foreach (var endpoint in Resource.GetEndpoints().Where(e => _all || _names.Contains(e.EndpointName)))
        {
            var variables = context.EnvironmentVariables;
            variables[$"{EnvironmentVariableName.Encode(Resource.Name)}_{EnvironmentVariableName.Encode(endpoint.EndpointName)}"] = endpoint;
            var key = endpoint.EndpointName.ToLowerInvariant() is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
            var index = 0;
            while (!variables.TryAdd($"services__{Resource.Name}__{key}__{index}", endpoint))
            {
                index++;
            }
        }
    }
}
