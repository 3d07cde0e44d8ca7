namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that a manifest refers to by an expression such as <c>{cache.connectionString}</c>.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The expression, braces included.</summary>
    string ValueExpression { get; }
}
