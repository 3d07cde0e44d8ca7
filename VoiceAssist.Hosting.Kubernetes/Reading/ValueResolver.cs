using System.Globalization;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>
/// Turns what callbacks set into what it is in a cluster. No value is ever asked for: endpoints are Services, secrets are keys of the
/// app's Secret, and everything else follows from the model.
/// </summary>
/// <param name="ports">Every workload's ports.</param>
/// <param name="settings">The names of the environment's settings.</param>
/// <param name="references">Collects what the values lead to.</param>
internal sealed class ValueResolver(ModelPorts ports, IReadOnlySet<string> settings, ReferenceLog references)
{
    /// <exception cref="DistributedApplicationException">The value is of a kind that no cluster can resolve, or nobody has given it.</exception>
    public Resolution Resolve(object? value) => value switch
    {
        null => Resolution.Nothing,
        string text => Resolution.Of(text),
        ReferenceExpression expression => Expression(expression),
        ParameterResource parameter => Parameter(parameter),
        EndpointReference endpoint => Endpoint(endpoint, EndpointProperty.Url),
        EndpointReferenceExpression part => Endpoint(part.Endpoint, part.Property),
        ConnectionStringReference connection => Resolve(connection.Resource),
        IResourceWithConnectionString resource => Expression(resource.ConnectionStringExpression),
        IResourceBuilder<IResource> builder => Resolve(builder.Resource),
        IValueProvider => throw new DistributedApplicationException(
            $"A value of type {value.GetType().Name} is known only where the app host runs. Use an endpoint, a parameter or a text, or leave it out in publish mode."),
        IFormattable number => Resolution.Of(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Resolution.Of(value.ToString() ?? ""),
    };

    private Resolution Expression(ReferenceExpression expression)
    {
        if (expression.IsConditional)
        {
            return Conditional(expression);
        }

        var parts = new List<TextPart>();
        foreach (var (text, hole) in CompositeText.Split(expression.Format))
        {
            if (text is not null)
            {
                parts.Add(new TextPart.Literal(text));
                continue;
            }

            var value = Formatted(expression.ValueProviders[hole], expression.StringFormats[hole]);
            if (value.Text is null)
            {
                return value;
            }

            parts.AddRange(value.Text.Parts);
        }

        return Resolution.Of(ClusterText.Join(parts));
    }

    private Resolution Formatted(IValueProvider provider, string? format)
    {
        var value = Resolve(provider);
        return format is null || value.Text is null ? value
            : value.Text.AsLiteral is { } text ? Resolution.Of(Uri.EscapeDataString(text))
            : Resolution.Lost($"it needs {Described(value.Text)} percent-encoded, which a cluster cannot do; use the connection string or its parts");
    }

    private Resolution Conditional(ReferenceExpression expression)
    {
        if (Resolve(expression.Condition).Text?.AsLiteral is not { } condition)
        {
            throw new DistributedApplicationException(
                "A value depends on a condition that only the cluster knows. Let the condition depend on an endpoint or on a parameter that has a default.");
        }

        return Expression(string.Equals(condition, expression.MatchValue, StringComparison.OrdinalIgnoreCase) ? expression.WhenTrue! : expression.WhenFalse!);
    }

    /// <summary>
    /// A secret is a key of the Secret. Anything else is its default, or a setting of the environment: what happens to be configured on
    /// the publishing machine must not decide what is published, nor may a generated value, which differs every time.
    /// </summary>
    private Resolution Parameter(ParameterResource parameter) => parameter switch
    {
        { Secret: true } => Resolution.Of(ClusterText.Of(new TextPart.Secret(parameter.Name, parameter.Default is null))),
        _ when settings.Contains(parameter.Name) => Resolution.Of(ClusterText.Of(new TextPart.Setting(parameter.Name))),
        { Default: { } value and not GenerateParameterDefault } => Resolution.Of(value.GetDefaultValue()),
        _ => throw new DistributedApplicationException(
            $"The parameter '{parameter.Name}' has no value that can be published. Give it one for every environment with Setting(\"{parameter.Name}\", ...), or a default in the app model (publishValueAsDefault: true), or make it a secret."),
    };

    private Resolution Endpoint(EndpointReference endpoint, EndpointProperty property)
    {
        if (property == EndpointProperty.TlsEnabled && endpoint.Exists)
        {
            return Resolution.Of(endpoint.TlsEnabled ? bool.TrueString : bool.FalseString);
        }

        if (ports.Find(endpoint) is not { } port)
        {
            return Resolution.Nothing;
        }

        references.Add(endpoint.Resource, port.Name);
        var host = endpoint.Resource.Name;
        return Resolution.Of(property switch
        {
            EndpointProperty.Url => string.Create(CultureInfo.InvariantCulture, $"{endpoint.Scheme}://{host}:{port.Port}"),
            EndpointProperty.Host => host,
            EndpointProperty.Port or EndpointProperty.TargetPort => port.Port.ToString(CultureInfo.InvariantCulture),
            EndpointProperty.HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{host}:{port.Port}"),
            EndpointProperty.Scheme => endpoint.Scheme,
            _ => throw new DistributedApplicationException(
                $"The property {property} of the endpoint '{endpoint.EndpointName}' of '{host}' is not known before the cluster is. Use Host: a Service's name leads to its address."),
        });
    }

    private static string Described(ClusterText text) =>
        string.Join(" and ", text.Parts.Select(p => p switch
        {
            TextPart.Secret secret => $"the secret '{secret.Key}'",
            TextPart.Setting setting => $"the setting '{setting.Key}'",
            _ => null,
        }).OfType<string>().Distinct());
}
