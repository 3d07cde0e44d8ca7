namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>The resources of <see cref="SampleModel"/>.</summary>
internal sealed record Sample(IResourceBuilder<ContainerResource> Database, IResourceBuilder<ProjectResource> Worker, IResourceBuilder<ProjectResource> Web);
