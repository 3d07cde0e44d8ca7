namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>A project that is only talked about.</summary>
internal sealed class TestProject : IProjectMetadata
{
    public string ProjectPath => Path.Combine(AppContext.BaseDirectory, "Nowhere", "Nowhere.csproj");
}
