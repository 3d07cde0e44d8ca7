using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;

namespace VoiceAssist.Cli.Published;

/// <summary>The published tree <c>k8s/performance</c>: where it is, and its environments.</summary>
internal static class PublishedTree
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The option of every command that reads the tree.</summary>
    public static Option<string?> FolderOption { get; } = new("--tree") { Description = "The published tree (default: k8s/performance here or in a folder above).", HelpName = "FOLDER" };

    /// <summary>The argument that names an environment of the tree.</summary>
    public static Argument<string> EnvironmentArgument() => Completed(new Argument<string>("ENV") { HelpName = "ENV", Description = "The environment: dev, staging, prod, or whatever the tree has." });

    /// <summary>As <see cref="EnvironmentArgument"/>, where none may be given.</summary>
    public static Argument<string?> OptionalEnvironmentArgument() => Completed(new Argument<string?>("ENV") { HelpName = "ENV", Description = "The environment: dev, staging, prod, or whatever the tree has.", Arity = ArgumentArity.ZeroOrOne });

    /// <summary>As <see cref="EnvironmentArgument"/>, where a file may be named instead, or nothing.</summary>
    public static Argument<string?> SourceArgument() => Completed(new Argument<string?>("ENV|FILE") { HelpName = "ENV|FILE", Description = "The environment, or a file of Kubernetes YAML with the autoscaler and its Deployment.", Arity = ArgumentArity.ZeroOrOne });

    /// <exception cref="UsageException">No tree, no such environment, or a plan that cannot be read; the message says what there is.</exception>
    public static PublishedEnvironment Read(string environment, string? folder, Surroundings around)
    {
        var tree = FindFolder(folder, around.Folder);
        if (tree is null)
        {
            throw new UsageException(folder is null
                ? "No published tree: there is no k8s/performance here or above; name it with --tree, or publish one with the app host."
                : $"--tree: '{folder}' holds no plan/*.json.");
        }

        var known = Environments(tree);
        return known.Contains(environment)
            ? new(tree, ReadPlan(Path.Combine(tree, "plan", environment + ".json")), YamlDocuments.ReadFile(Path.Combine(tree, "rendered", environment + ".yaml")))
            : throw new UsageException($"ENV: '{environment}' is not published in {tree}; there are {string.Join(", ", known)}.");
    }

    /// <summary>The environments of a tree, by name.</summary>
    public static IReadOnlyList<string> Environments(string tree) =>
        [.. Directory.GetFiles(Path.Combine(tree, "plan"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <returns>Null when there is none.</returns>
    public static string? FindFolder(string? given, string start)
    {
        if (given is not null)
        {
            return IsTree(Path.GetFullPath(given, start)) ? Path.GetFullPath(given, start) : null;
        }

        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var tree = Path.Combine(folder.FullName, "k8s", "performance");
            if (IsTree(tree) || IsTree(tree = folder.FullName))
            {
                return tree;
            }
        }

        return null;
    }

    private static bool IsTree(string folder) => Directory.Exists(Path.Combine(folder, "plan")) && Directory.Exists(Path.Combine(folder, "rendered")) && Environments(folder).Count > 0;

    private static PublishedPlan ReadPlan(string path)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<PublishedPlan>(File.ReadAllText(path), Json) ?? throw new FormatException("the plan is empty");
            return plan.Schema == PublishedPlan.KnownSchema ? plan : throw new FormatException($"schema '{plan.Schema}' is not known, only {PublishedPlan.KnownSchema}; publish again, or use the voiceassist of that version");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    private static TArgument Completed<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.CompletionSources.Add(_ => FindFolder(null, Environment.CurrentDirectory) is { } tree ? Environments(tree).Select(e => new CompletionItem(e)) : []);
        return argument;
    }
}
