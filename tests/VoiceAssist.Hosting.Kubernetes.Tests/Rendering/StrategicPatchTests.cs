using System.Globalization;
using CsCheck;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class StrategicPatchTests
{
    [Fact]
    public void Equal_objects_need_no_patch() => Assert.Null(StrategicPatch.Between(TreeMutation.Deployment("a"), TreeMutation.Deployment("a")));

    [Fact]
    public void A_patch_holds_only_what_differs()
    {
        var to = TreeMutation.Deployment("a");
        var container = (MapNode)((ListNode)to.Map("spec")!.Map("template")!.Map("spec")!["containers"]!).Items[0];
        container["image"] = (ScalarNode)"web:2";

        Assert.Equal(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n      - name: web\n        image: web:2\n",
            YamlWriter.Write([StrategicPatch.Between(TreeMutation.Deployment("a"), to)!], YamlStyle.Readable));
    }

    [Fact]
    public void A_variable_that_changes_keeps_its_place()
    {
        var to = TreeMutation.Deployment("a");
        var env = (ListNode)((MapNode)((ListNode)to.Map("spec")!.Map("template")!.Map("spec")!["containers"]!).Items[0])["env"]!;
        ((MapNode)env.Items[1])["value"] = (ScalarNode)"changed";
        var patch = StrategicPatch.Between(TreeMutation.Deployment("a"), to)!;
        var names = ((ListNode)((MapNode)((ListNode)patch.Map("spec")!.Map("template")!.Map("spec")!["containers"]!).Items[0])["env"]!).Items.Select(i => ((MapNode)i).Text("name"));

        // Kustomize puts what a patch names first: the one before the changed one is named too, the one behind it is not.
        Assert.Equal(["A", "B"], names);
    }

    [Fact]
    public void Kustomize_makes_of_base_and_patch_what_the_patch_was_made_for()
    {
        Kubectl.Require();
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var pairs = Enumerable.Range(0, 60).Select(i => Pair(i, random)).ToArray();
                var patches = pairs.Select(p => StrategicPatch.Between(p.From, p.To)).OfType<MapNode>().ToArray();
                using var tree = new TemporaryDirectory().With(new Dictionary<string, string>
                {
                    ["base/all.yaml"] = YamlWriter.Write(pairs.Select(p => p.From), YamlStyle.Readable),
                    ["base/kustomization.yaml"] = "resources: [all.yaml]\n",
                    ["overlay/patch.yaml"] = YamlWriter.Write(patches, YamlStyle.Readable),
                    ["overlay/kustomization.yaml"] = $"resources: [../base]\n{(patches.Length > 0 ? "patches: [{path: patch.yaml}]\n" : "")}",
                });
                var expected = KustomizeOrder.Sort(pairs.Select(p => p.To)).ToArray();
                var actual = YamlReader.Read(Kubectl.Kustomize(tree.Full("overlay")));
                foreach (var (want, got) in expected.Zip(actual))
                {
                    Assert.Equal(YamlWriter.Write([want], YamlStyle.Kustomize), YamlWriter.Write([got], YamlStyle.Kustomize));
                }
            },
            iter: 6,
            threads: 1);
    }

    private static (MapNode From, MapNode To) Pair(int index, Random random)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"o{index:000}");
        var from = (index % 4) switch
        {
            0 or 1 => TreeMutation.Deployment(name),
            2 => TreeMutation.Autoscaler(name),
            _ => TreeMutation.VerticalAutoscaler(name),
        };
        return (from, TreeMutation.Mutate(from, random));
    }
}
