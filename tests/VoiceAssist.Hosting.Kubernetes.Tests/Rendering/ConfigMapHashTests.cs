using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class ConfigMapHashTests
{
    [Fact]
    public void The_hash_is_the_one_that_kubectl_gave() => Assert.Equal(
        "t9gtfcg9ch",
        ConfigMapHash.Of(new Dictionary<string, string> { ["B"] = "<x>&", ["A"] = "2", ["C"] = "yes", ["D"] = "" }));

    [Theory]
    [InlineData("plain")]
    [InlineData("\"quoted\"")]
    [InlineData("'x'")]
    [InlineData("it's")]
    [InlineData("<a> & \"b\" \\ c")]
    [InlineData("ä → 😀")]
    [InlineData("a=b=c")]
    [InlineData(" spaces ")]
    [InlineData("two\nlines")]
    [InlineData("tab\there")]
    public async Task Kubectl_gives_a_setting_with_this_value_the_same_name(string value)
    {
        Kubectl.Require();
        var files = await SampleTree.RenderAsync(cluster: c => c.Setting("SPECIAL", value));
        using var tree = new TemporaryDirectory().With(files);
        Assert.Equal(files["rendered/dev.yaml"], Kubectl.Kustomize(tree.Full("overlays/dev")));
    }
}
