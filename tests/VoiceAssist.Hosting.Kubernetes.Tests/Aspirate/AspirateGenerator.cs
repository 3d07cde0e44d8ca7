using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>
/// Writes what <c>aspirate generate --disable-secrets</c> (9.1) writes for a manifest, its faults included: no quotes, values escaped for HTML,
/// every scheme http, <c>annotated.string</c> unresolved, an https port, variables that come out empty dropped.
/// </summary>
/// <param name="manifest">The manifest.</param>
/// <param name="parameters">The values of parameters, <c>-pa NAME=VALUE</c>.</param>
internal sealed partial class AspirateGenerator(JsonNode manifest, IReadOnlyDictionary<string, string> parameters)
{
    private JsonObject Resources => manifest["resources"]!.AsObject();

    /// <summary>The files: relative path to text.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="parameters">The values of parameters.</param>
    public static IReadOnlyDictionary<string, string> Generate(JsonNode manifest, IReadOnlyDictionary<string, string> parameters) =>
        new AspirateGenerator(manifest, parameters).Files();

    private Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = Resources.Where(r => Type(r.Value!) is "project" or "container").Select(r => r.Key).ToArray();
        files["kustomization.yaml"] = $"resources:\n{Lines(names.Select(n => $"- {n}"))}\ngeneratorOptions:\n  disableNameSuffixHash: true\n";
        foreach (var name in names)
        {
            var isStateful = Resources[name]!["volumes"] is JsonArray { Count: > 0 };
            var variables = Variables(name);
            var workload = isStateful ? "statefulset.yaml" : "deployment.yaml";
            files[$"{name}/{workload}"] = isStateful ? StatefulSet(name, variables) : Deployment(name, variables);
            files[$"{name}/service.yaml"] = Service(name);
            files[$"{name}/kustomization.yaml"] = $"resources:\n- {workload}\n- service.yaml\n\ngeneratorOptions:\n  disableNameSuffixHash: true\n"
                + (variables.Count == 0 ? "" : $"\nconfigMapGenerator:\n- name: {name}-env\n  literals:\n{Lines(variables.Select(v => $"    - {v.Key}={WebUtility.HtmlEncode(v.Value)}"))}");
        }

        return files;
    }

    private Dictionary<string, string> Variables(string name)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Resources[name]!["env"]?.AsObject() ?? [])
        {
            if (Resolve((string)value!) is { Length: > 0 } text)
            {
                variables[key] = text;
            }
        }

        if (variables.Count > 0 && Type(Resources[name]!) == "project")
        {
            variables["ASPNETCORE_URLS"] = "http://+:8080;";
        }

        return variables;
    }

    private string Resolve(string text) => Expression().Replace(text, m => Value(m.Groups[1].Value.Split('.')) ?? m.Value);

    private string? Value(string[] path) => (Resources[path[0]], path[1..]) switch
    {
        ({ } resource, ["value"]) when Type(resource) == "parameter" => parameters[path[0]],
        ({ } resource, ["connectionString"]) => Resolve((string)resource["connectionString"]!),
        ({ } resource, ["bindings", var binding, var property]) => Binding(path[0], binding, resource["bindings"]![binding]!, property),
        _ => null,
    };

    private static string Binding(string resource, string name, JsonNode binding, string property) => property switch
    {
        "host" => resource,
        "port" or "targetPort" => $"{Target(binding, name)}",
        "scheme" => "http",
        "url" => name switch { "http" => $"http://{resource}:{Target(binding, name)}", "https" => "", _ => $"{resource}:{Target(binding, name)}" },
        _ => throw new InvalidOperationException($"aspirate ends with 221: {resource}.bindings.{name}.{property}"),
    };

    private static int Target(JsonNode binding, string name) => (int?)binding["targetPort"] ?? name switch { "http" => 8080, "https" => 8443, _ => 0 };

    private string Deployment(string name, Dictionary<string, string> variables) =>
        $"""
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {name}
          labels:
            app: {name}
        spec:
          minReadySeconds: 60
          replicas: 1
          selector:
            matchLabels:
              app: {name}
          strategy:
            type: Recreate
          template:
            metadata:
              labels:
                app: {name}
            spec:
              containers:
              - name: {name}
                image: {Image(name)}
                imagePullPolicy: IfNotPresent
        {Command(name)}{Ports(name, "        ", isNamed: true)}{From(name, variables)}      terminationGracePeriodSeconds: 180
        """;

    private string StatefulSet(string name, Dictionary<string, string> variables)
    {
        var volumes = Resources[name]!["volumes"]!.AsArray().Select(v => (Name: ((string?)v!["name"] ?? $"{name}-{v["target"]}").ToLowerInvariant().Replace('/', '-').Replace('.', '-'), Target: (string)v["target"]!)).ToArray();
        return $"""
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: {name}
              labels:
                app: {name}
            spec:
              serviceName: "{name}"
              replicas: 1
              selector:
                matchLabels:
                  app: {name}
              template:
                metadata:
                  labels:
                    app: {name}
                spec:
                  containers:
                  - name: {name}
                    image: {Image(name)}
                    imagePullPolicy: IfNotPresent
            {Command(name)}{Ports(name, "        ", isNamed: false)}{From(name, variables)}        volumeMounts:
            {Lines(volumes.Select(v => $"        - name: {v.Name}\n          mountPath: {v.Target}"))}  volumeClaimTemplates:
            {Lines(volumes.Select(v => $"  - metadata:\n      name: {v.Name}\n    spec:\n      accessModes: [\"ReadWriteOnce\"]\n      resources:\n        requests:\n          storage: 1Gi"))}
            """;
    }

    private string Service(string name) => Bindings(name) is not { Count: > 0 } bindings ? "" :
        $"""
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {name}
        spec:
          type: ClusterIP
          selector:
            app: {name}
          ports:
        {Lines(bindings.Select(b => $"  - name: {b.Key}\n    port: {(int?)b.Value!["port"] ?? Target(b.Value, b.Key)}\n    targetPort: {Target(b.Value, b.Key)}"))}
        """;

    private string Ports(string name, string indent, bool isNamed) => Bindings(name) is not { Count: > 0 } bindings ? "" :
        $"{indent}ports:\n{Lines(bindings.Select(b => isNamed ? $"{indent}- name: {b.Key}\n{indent}  containerPort: {Target(b.Value!, b.Key)}" : $"{indent}- containerPort: {Target(b.Value!, b.Key)}"))}";

    private string Command(string name) => ((string?)Resources[name]!["entrypoint"] is { } entrypoint ? $"        command:\n        - {entrypoint}\n" : "")
        + (Resources[name]!["args"] is JsonArray arguments ? $"        args:\n{Lines(arguments.Select(a => $"        - {a}"))}" : "");

    private static string From(string name, Dictionary<string, string> variables) => variables.Count == 0 ? "" : $"        envFrom:\n        - configMapRef:\n            name: {name}-env\n";

    private string Image(string name) => (string?)Resources[name]!["image"] ?? $"{name}:latest";

    private JsonObject? Bindings(string name) => Resources[name]!["bindings"]?.AsObject();

    private static string Type(JsonNode resource) => ((string)resource["type"]!).Split('.')[0];

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Expression();
}
