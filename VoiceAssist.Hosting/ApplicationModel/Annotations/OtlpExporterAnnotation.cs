namespace Aspire.Hosting.ApplicationModel;

/// <summary>Marks a resource that sends telemetry to the dashboard.</summary>
public class OtlpExporterAnnotation : IResourceAnnotation;
