namespace VoiceAssist.TestCluster.Storage;

/// <summary>Where an object is stored.</summary>
internal readonly record struct ObjectKey(ApiResource Resource, string Namespace, string Name)
{
    public string Label => $"{Resource.Plural}{(Resource.Group.Length == 0 ? "" : "." + Resource.Group)} \"{Name}\"";
}
