using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.State;

internal class TestResource : Resource, IResourceWithWaitSupport
{
    public TestResource(string name, int replicas = 0)
        : base(name)
    {
        if (replicas > 0)
        {
            Annotations.Add(new DcpInstancesAnnotation([.. Enumerable.Range(0, replicas).Select(i => new DcpInstance($"{name}-{i}", $"{i}", i))]));
        }
    }

    public TestResource WaitsFor(IResource other, WaitType type = WaitType.WaitUntilHealthy, WaitBehavior? behavior = null, int exitCode = 0)
    {
        Annotations.Add(new WaitAnnotation(other, type, exitCode) { WaitBehavior = behavior });
        return this;
    }

    public TestResource Checked(string key)
    {
        Annotations.Add(new HealthCheckAnnotation(key));
        return this;
    }
}
