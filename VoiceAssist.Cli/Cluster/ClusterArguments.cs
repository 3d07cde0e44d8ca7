using System.CommandLine;
using System.CommandLine.Completions;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Which cluster and namespace, as the options say that every command of a cluster has.</summary>
internal sealed record ClusterArguments(string? Kubeconfig, string? Context, string? Namespace, TimeSpan Timeout)
{
    private const string DefaultTimeout = "10s";

    private static readonly Option<string?> KubeconfigOption = new("--kubeconfig") { Description = "The kubeconfig file (default: KUBECONFIG, else ~/.kube/config).", HelpName = "FILE" };
    private static readonly Option<string?> ContextOption = CreateContext();
    private static readonly Option<string?> NamespaceOption = new("--namespace", "-n") { Description = "The namespace (default: the environment's, else the context's).", HelpName = "NAME" };
    private static readonly Option<string> TimeoutOption = new("--timeout") { Description = "How long one answer of the cluster may take.", DefaultValueFactory = _ => DefaultTimeout, HelpName = "TIME" };

    /// <summary>Gives a command these options.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in new Option[] { ContextOption, NamespaceOption, KubeconfigOption, TimeoutOption })
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A time that is not allowed.</exception>
    public static ClusterArguments From(ParseResult parsed)
    {
        var text = parsed.GetValue(TimeoutOption) ?? DefaultTimeout;
        return Duration.TryParse(text, out var timeout) && timeout.Milliseconds is >= 1000 and <= 600_000
            ? new(parsed.GetValue(KubeconfigOption), parsed.GetValue(ContextOption), parsed.GetValue(NamespaceOption), timeout.ToTimeSpan())
            : throw new UsageException($"--timeout: '{text}' is not allowed; give 1s to 10m.");
    }

    private static Option<string?> CreateContext()
    {
        var context = new Option<string?>("--context") { Description = "The context (default: the current one).", HelpName = "NAME" };
        context.CompletionSources.Add(completion => KubeconfigFiles.Contexts(completion.ParseResult.GetValue(KubeconfigOption)).Select(c => new CompletionItem(c)));
        return context;
    }
}
