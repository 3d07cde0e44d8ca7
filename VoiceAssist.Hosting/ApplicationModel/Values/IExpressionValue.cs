namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value for a run and an expression for a manifest.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
