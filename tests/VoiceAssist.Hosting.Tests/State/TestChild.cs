using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.State;

internal sealed class TestChild(string name, TestResource parent) : TestResource(name), IResourceWithParent<TestResource>
{
    public TestResource Parent { get; } = parent;
}
