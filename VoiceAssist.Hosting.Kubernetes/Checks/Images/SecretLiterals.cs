using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Images;

/// <summary>What is published is committed and read by many: no secret may stand in it. Findings never show the value.</summary>
internal sealed class SecretLiterals : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK603", Severity.Error, "A secret stands in what is published")
    {
        Why = "The tree is committed, copied and shown in pipelines; a ConfigMap or a variable's literal value can be read by everyone who may read the namespace.",
        Do = "Make it a secret parameter of the app model: the manifests then refer to a key of the app's Secret, which whoever deploys creates. "
            + "A connection string may refer to the variable that holds the password, `Password=$(DB_PASSWORD)`.",
        Sample = "var password = builder.AddParameter(\"db-password\", secret: true);\napi.WithEnvironment(\"DB_PASSWORD\", password);",
        Source = "https://kubernetes.io/docs/concepts/configuration/secret/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) => Variables(plan).Concat(Arguments(plan)).Concat(Maps(plan)).Concat(Secrets(plan));

    private IEnumerable<Finding> Variables(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from variable in container.Env ?? []
        let reason = SecretText.Reason(variable.Name, variable.Value)
        where reason is not null
        select Found(plan, pods.Planned, $"variable {variable.Name} of container {container.Name} has a literal value: {reason}", plan.Place<ConfigurationPolicy>(pods.Name));

    private IEnumerable<Finding> Arguments(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from reason in Reasons((string[])[.. container.Command ?? [], .. container.Args ?? []]).Distinct()
        select Found(plan, pods.Planned, $"an argument of container {container.Name} has a literal value: {reason}", plan.Place<ConfigurationPolicy>(pods.Name));

    /// <summary>An argument may be a whole shell command, so options are looked for word by word.</summary>
    private static IEnumerable<string> Reasons(string[] arguments)
    {
        var words = arguments.SelectMany(a => a.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return words.Select((word, i) => Reason(i > 0 ? words[i - 1] : "", word)).Concat(arguments.Select(SecretText.ReasonOf)).OfType<string>();
    }

    private static string? Reason(string before, string word) => word.Split('=', 2) is [['-', ..] name, var value] ? SecretText.Reason(name, value)
        : before.StartsWith('-') && !before.Contains('=', StringComparison.Ordinal) && !word.StartsWith('-') ? SecretText.Reason(before, word)
        : SecretText.ReasonOf(word);

    private IEnumerable<Finding> Maps(EnvironmentPlan plan) =>
        from map in plan.Planned<V1ConfigMap>()
        from entry in map.Object.Data ?? new Dictionary<string, string>()
        let reason = SecretText.Reason(entry.Key, entry.Value)
        where reason is not null
        select Found(plan, map.Planned, $"{entry.Key} has a literal value: {reason}", plan.Context.Cluster.Settings.TryGetValue(entry.Key, out var setting) ? setting.At : null);

    private IEnumerable<Finding> Secrets(EnvironmentPlan plan) =>
        from secret in plan.Planned<V1Secret>()
        let count = (secret.Object.Data?.Count ?? 0) + (secret.Object.StringData?.Count ?? 0)
        where count > 0
        select Found(plan, secret.Planned, $"it has {count} values");
}
