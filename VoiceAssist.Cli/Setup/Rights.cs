using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.Setup;

/// <summary>Asks the API server what we may do (SelfSubjectAccessReview), before anything is done.</summary>
internal sealed class Rights(ConnectedCluster cluster)
{
    private const int AtOnce = 8;
    private static readonly string[] ToSetUp = ["get", "create", "patch"];
    private static readonly string[] ToRollBack = ["update", "delete"];

    /// <summary>Earlier records, what autoscalers own, why pods do not start, and how full quotas are.</summary>
    private static readonly (string ApiVersion, string Kind)[] Listed = [("v1", "Secret"), ("autoscaling/v2", "HorizontalPodAutoscaler"), ("v1", "Pod"), ("v1", "ResourceQuota")];

    /// <summary>What is missing, <c>verb plural.group in namespace</c> each: for setting up, and for rolling back later.</summary>
    public async Task<(IReadOnlyList<string> Setup, IReadOnlyList<string> Rollback)> MissingAsync(IEnumerable<ObjectRef> objects, string space, CancellationToken cancel)
    {
        var kinds = objects.Select(o => (o.ApiVersion, o.Kind, o.Namespace)).Distinct().ToList();
        var listed = Listed.Select(k => (k.ApiVersion, k.Kind, space));
        return ([.. await MissingAsync(kinds, ToSetUp, cancel), .. await MissingAsync(listed, ["list"], cancel)], await MissingAsync(kinds, ToRollBack, cancel));
    }

    private async Task<IReadOnlyList<string>> MissingAsync(IEnumerable<(string ApiVersion, string Kind, string Namespace)> kinds, string[] verbs, CancellationToken cancel)
    {
        var missing = new List<string>();
        var asked = kinds.SelectMany(k => verbs.Select(v => (Kind: k, Verb: v)));
        foreach (var chunk in asked.Chunk(AtOnce))
        {
            missing.AddRange((await Task.WhenAll(chunk.Select(a => AskAsync(a.Kind, a.Verb, cancel)))).OfType<string>());
        }

        return missing;
    }

    private async Task<string?> AskAsync((string ApiVersion, string Kind, string Namespace) of, string verb, CancellationToken cancel)
    {
        if (await cluster.Catalog.FindAsync(of.ApiVersion, of.Kind, cancel) is not { } kind)
        {
            return null;
        }

        var review = new JsonObject
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = "SelfSubjectAccessReview",
            ["spec"] = new JsonObject
            {
                ["resourceAttributes"] = new JsonObject { ["namespace"] = of.Namespace, ["verb"] = verb, ["group"] = kind.Group, ["resource"] = kind.Plural },
            },
        };
        var answer = await cluster.Client.CreateAsync("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review, cancel);
        return (bool?)answer["status"]?["allowed"] == true
            ? null
            : $"{verb} {kind.Plural}{(kind.Group.Length > 0 ? "." + kind.Group : "")}{(of.Namespace.Length > 0 ? $" in {of.Namespace}" : "")}";
    }
}
