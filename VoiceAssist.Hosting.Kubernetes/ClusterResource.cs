namespace VoiceAssist.Hosting.Kubernetes;

/// <summary>The app in Kubernetes: carries the policies that hold for a whole namespace. It has no part in a run and none in a manifest.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="application">The app's name: the base's namespace and the prefix of the environments'.</param>
public sealed class ClusterResource(string name, string application) : Resource(name)
{
    /// <summary>The app's name: the base's namespace and the prefix of the environments'.</summary>
    public string Application { get; } = Names.Checked("application", application);
}
