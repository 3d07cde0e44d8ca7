namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>A project that is only talked about.</summary>
internal sealed class SampleProject : IProjectMetadata
{
    public string ProjectPath => Path.Combine(AppContext.BaseDirectory, "Nowhere", "Nowhere.csproj");
}
