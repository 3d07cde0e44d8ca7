namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>The forms of names in Kubernetes (apimachinery <c>pkg/util/validation</c>).</summary>
internal enum NameForm
{
    Label,
    Subdomain,
    Dns1035,
    PathSegment,
    PortName,
    LabelValue,
}
